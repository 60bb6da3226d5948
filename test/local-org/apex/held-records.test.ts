import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({
  'Holder.cls': `public class Holder {
    public Account record;
    public String byThis() { return this.record.Name; }
    public String bare() { return record.Name; }
  }`,
});
after(() => project.close());

it('gives null for a field of a record that an object holds, when there is none and it is reached by a dot', () => {
  assert.deepEqual(project.mistakes, []);
  assert.deepEqual(
    project.run(`
    Holder holder = new Holder();
    System.debug(holder.record.Name);
    System.debug(holder.record.Owner.Name);
    System.debug(holder.byThis());`),
    ['null', 'null', 'null'],
  );
});

it('does not forgive the id, methods, assignments, nor the bare name', () => {
  for (const use of [
    'Id id = new Holder().record.Id;',
    "new Holder().record.get('Name');",
    "new Holder().record.Name = 'x';",
    'new Holder().bare();',
  ]) {
    assert.throws(() => project.run(use), /Attempt to de-reference a null object/, use);
  }
});
