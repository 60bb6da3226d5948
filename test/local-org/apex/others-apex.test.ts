import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({
  'Stream.cls': `public virtual class Stream implements Iterator<SObject> {
    public class Rows implements Iterable<SObject> {
        private List<SObject> rows;
        public Rows(List<SObject> rows) { this.rows = rows; }
        public Iterator<SObject> iterator() { return new Stream(rows.iterator()); }
    }
    protected Iterator<SObject> inner;
    public Stream(Iterator<SObject> inner) { this.inner = inner; }
    public Boolean hasNext() { return inner.hasNext(); }
    public SObject next() { return inner.next(); }
}`,
  'Selectors.cls': `public virtual class Selectors {
    public interface Selector { Selectors query(); }
    @TestVisible private interface Loader { String load(); }
    private class LoaderImpl implements Loader { public String load() { return 'loaded'; } }
    @TestVisible private static Loader loader = new LoaderImpl();
    public static String joined(Iterable<String> words) { return String.join(words, '+'); }
}`,
  'AccountSelector.cls': `public class AccountSelector extends Selectors implements Selectors.Selector {
    public static AccountSelector query() { return new AccountSelector(); }
    public override String toString() { return 'accounts'; }
}`,
  'SelectorsTest.cls': `@IsTest class SelectorsTest {
    @IsTest static void loads() { Assert.areEqual('loaded', Selectors.loader.load()); }
}`,
});

after(() => project.close());

describe('Apex as other projects write it', () => {
  it('compiles without mistakes', () => {
    assert.deepEqual(project.mistakes, []);
  });

  it('calls iterators written in Apex through the interface', () => {
    const script = `Iterable<SObject> rows = new Stream.Rows(new List<Account>{ new Account(Name = 'A') });
      Iterator<SObject> first = rows.iterator();
      Iterator<SObject> second = new Stream(first);
      while (second.hasNext()) { System.debug(second.next().get('Name')); }`;
    assert.deepEqual(project.run(script), ['A']);
  });

  it('lets a static method keep what an interface promises', () => {
    const script = `Selectors.Selector selector = (Selectors.Selector) Type.forName('AccountSelector').newInstance(); System.debug(selector.query());`;
    assert.deepEqual(project.run(script), ['accounts']);
  });

  it('takes an Iterable of objects for one of texts', () => {
    assert.deepEqual(project.run(`Iterable<Object> words = new List<Object>{ 'a', 'b' }; System.debug(Selectors.joined(words));`), ['a+b']);
  });

  it('shows tests the methods of a private interface', () => {
    const { tests } = project.engine.runTests({ tests: ['SelectorsTest'] });
    assert.deepEqual(
      tests.map(({ outcome }) => outcome),
      ['Pass'],
    );
  });
});
