import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from '../apex-project.ts';

const project = createApexProject({});

after(() => project.close());

describe('lists', () => {
  it('are made empty of a list that is null', () => {
    assert.deepEqual(project.run('List<String> none = null; System.debug(new List<Object>(none).size());'), ['0']);
  });

  it('take an element at a place while they are walked, but no other change', () => {
    const script = `List<String> words = new List<String>{ 'a', 'c' };
      for (String word : words) { if (word == 'c') { words.add(1, 'b'); break; } }
      System.debug(words);
      try { for (String word : words) { words.add('d'); } } catch (FinalException e) { System.debug(e.getMessage()); }`;
    assert.deepEqual(project.run(script), ['(a, b, c)', 'Cannot modify a collection while it is being iterated.']);
  });

  it('of texts are seen as lists of ids when they hold nothing else', () => {
    const script = `List<String> texts = new List<String>{ '001000000000001AAA', 'no id' };
      try { List<Id> ids = (List<Id>) texts; } catch (StringException e) { System.debug(e.getMessage()); }
      texts.remove(1);
      System.debug(((List<Id>) texts).size());`;
    assert.deepEqual(project.run(script), ['Invalid id: no id', '1']);
  });
});

describe('Assert.areEqual', () => {
  it('takes a date for its midnight and an id for its other form, but texts by case', () => {
    const script = `Assert.areEqual(Date.newInstance(2026, 1, 2), Datetime.newInstanceGmt(2026, 1, 2));
      Id id = '001000000000001';
      Assert.areEqual('001000000000001', (Object) id);
      Assert.areNotEqual('a', 'A');
      System.debug('done');`;
    assert.deepEqual(project.run(script), ['done']);
  });
});

describe('Boolean.valueOf', () => {
  it('refuses what is neither a Boolean nor a text', () => {
    const script = `Object word = 'TRUE'; System.debug(Boolean.valueOf(word));
      try { Boolean.valueOf((Object) Datetime.now()); } catch (TypeException e) { System.debug(e.getMessage()); }`;
    assert.deepEqual(project.run(script), ['true', 'Invalid conversion from runtime type Datetime to Boolean']);
  });
});
