import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({
  'Verifier.cls': 'public interface Verifier { String toString(); void verify(Object value); }',
  'Filter.cls': `public interface Filter {
    String isIn(Iterable<Object> values);
    String isIn(List<Object> values);
    String isIn(List<String> values);
    String with(Map<SObjectField, Verifier> matchers);
    String fill(List<SObject> records);
}`,
  'Clause.cls': `public virtual class Clause implements Filter {
    public String isIn(Iterable<Object> values) { return 'anything'; }
    public String isIn(List<String> values) { return 'words'; }
    public String with(Map<SObjectField, Object> matchers) { return 'matchers'; }
    public virtual String fill(List<Account> records) { return 'accounts'; }
    public class Named implements Verifier {
        public void verify(Object value) {}
        public override String toString() { return 'named'; }
    }
    public class Plain implements Verifier { public void verify(Object value) {} }
}`,
  'SubClause.cls': `public class SubClause extends Clause {
    public override String fill(List<Account> records) { return 'sub' + super.fill(records); }
}`,
  'Narrow.cls': 'public class Narrow implements Filter { public String isIn(Integer value) { return null; } }',
});

after(() => project.close());

describe('what an interface promises', () => {
  it('is kept by a method that takes more, a missing one is reported', () => {
    assert.deepEqual(
      project.mistakes.map((mistake) => mistake.replace(/^.*must implement the method: /, '')),
      [
        'String Filter.isIn(Iterable<Object>)',
        'String Filter.isIn(List<Object>)',
        'String Filter.isIn(List<String>)',
        'String Filter.with(Map<Schema.SObjectField,Verifier>)',
        'String Filter.fill(List<SObject>)',
      ],
    );
  });

  it('is called through the interface under the name that it promises', () => {
    const kept = createApexProject({
      'Filter.cls': 'public interface Filter { String isIn(List<Object> values); String fill(List<SObject> records); String toString(); }',
      'Clause.cls': `public virtual class Clause implements Filter {
    public String isIn(Iterable<Object> values) { return 'anything'; }
    public virtual String fill(List<Account> records) { return 'accounts'; }
}`,
      'SubClause.cls': `public class SubClause extends Clause {
    public override String fill(List<Account> records) { return 'sub ' + super.fill(records); }
}`,
    });
    assert.deepEqual(kept.mistakes, []);
    const script = `Filter filter = new SubClause();
      System.debug(filter.isIn(new List<Object>{ 1 }));
      System.debug(new SubClause().isIn(new List<Object>{ 1 }));
      System.debug(filter.fill(new List<SObject>()));
      System.debug(filter.toString().startsWith('SubClause'));`;
    assert.deepEqual(kept.run(script), ['anything', 'anything', 'sub accounts', 'true']);
    kept.close();
  });
});

describe('numbers', () => {
  it('are cast to each other, losing what the smaller has no place for', () => {
    const script = `Decimal exact = 5.9; Double loose = -2.5; Long big = 4294967297L; Decimal none = null; Object boxed = 5.9;
      System.debug((Integer) exact); System.debug((Integer) loose); System.debug((Integer) 3L); System.debug((Long) exact);
      System.debug((Integer) none); System.debug((Integer) - (Math.random() * 0) + 1);
      try { System.debug((Integer) boxed); } catch (TypeException e) { System.debug(e.getMessage()); }
      try { System.debug((Date) Datetime.now()); } catch (TypeException e) { System.debug(e.getMessage()); }
      List<Double> several = new List<Decimal>(); several.add(1.5); System.debug(several.get(0) + 1);`;
    const without = createApexProject({});
    assert.deepEqual(without.run(script), [
      '5',
      '-2',
      '3',
      '5',
      'null',
      '1',
      'Invalid conversion from runtime type Decimal to Integer',
      'Invalid conversion from runtime type Datetime to Date',
      '2.5',
    ]);
    without.close();
  });
});

describe('names that two things share', () => {
  it('RecordType.SObjectType is the field of that name, not the token of the object', () => {
    const script = `Schema.SObjectField field = RecordType.SObjectType; System.debug(field); System.debug(RecordType.getSObjectType());`;
    const without = createApexProject({});
    assert.deepEqual(without.run(script), ['SobjectType', 'RecordType']);
    without.close();
  });
});

describe('exceptions', () => {
  it('tell the fields of a row that failed as tokens; a class of its own may answer for another', () => {
    const wrapping = createApexProject({
      'WrappedException.cls': `public class WrappedException extends Exception {
    private Exception inner { get; set; }
    public WrappedException(Exception inner) { this.inner = inner; }
    public override List<Schema.SObjectField> getDmlFields(Integer index) { return inner.getDmlFields(index); }
    public override String getDmlMessage(Integer index) { return 'wrapped ' + inner.getDmlMessage(index); }
}`,
    });
    const script = `try { insert new Account(); } catch (Exception e) {
      Exception wrapped = new WrappedException(e);
      System.debug(e.getDmlFields(0)[0] == Account.Name);
      System.debug(wrapped.getDmlFields(0));
      System.debug(wrapped.getDmlMessage(0));
    }
    try { throw new FatalCursorException('x'); } catch (FatalCursorException e) { System.debug(e.getTypeName()); }`;
    assert.deepEqual(wrapping.mistakes, []);
    assert.deepEqual(wrapping.run(script), [
      'true',
      '(Name)',
      'wrapped Required fields are missing: [Name]',
      'System.FatalCursorException',
    ]);
    wrapping.close();
  });
});
