import assert from 'node:assert/strict';
import { it } from 'node:test';
import { refusalOf } from './run-script.ts';

const HEADER = '%dw 2.0\noutput application/json\n';

/** Scripts with what is wrong with them. */
const REFUSED: readonly (readonly [script: string, refusal: string])[] = [
  [`${HEADER}---\npayload.name`, '4:1 Unable to resolve reference of `payload`'],
  [`${HEADER}---\nreadUrl("classpath://a.json")`, '4:1 Unable to resolve reference of `readUrl`'],
  [`${HEADER}---\n[1] map x`, '4:9 Unable to resolve reference of `x`'],
  [`${HEADER}---\nupper("a", "b")`, '4:1 The function upper does not take 2 arguments'],
  [`${HEADER}---\n1 as Integer`, '4:6 Unable to resolve reference to the type `Integer`'],
  [`${HEADER}---\n{ns0#a: 1}`, '4:2 Unable to resolve reference to the namespace `ns0`'],
  [
    `${HEADER}import mine::Mapping\n---\n1`,
    '3:1 Unable to resolve module with identifier mine::Mapping; scripts cannot import other scripts in Apex',
  ],
  [`${HEADER}import nothing from dw::core::Strings\n---\n1`, '3:1 nothing of the module dw::core::Strings is not supported'],
  ['input payload application/yaml\n---\npayload', '1:1 The local org does not read the format application/yaml'],
  ['output application/json pretty=true\n---\n1', '1:25 The local org does not know the property pretty of the format application/json'],
  [`${HEADER}---\n{a: 1`, '4:6 Expected "}" but found the end of the script'],
  [`${HEADER}---\n"open`, '4:1 This text is not closed'],
  [`${HEADER}---\nsql\`select\``, '4:1 Custom interpolation (sql`...`) is not supported'],
  ['@Lazy()\nvar a = 1\n---\na', '1:1 Annotations are not supported'],
];

for (const [script, refusal] of REFUSED) {
  it(`refuses what it does not know: ${refusal}`, () => {
    assert.equal(refusalOf(script), refusal);
  });
}

it('names the modules that there are when another one is imported', () => {
  assert.match(refusalOf('import * from dw::util::Tree\n---\n1'), /^1:1 The module dw::util::Tree is not supported; there are dw::Core, /);
});

it('leaves to the running script what the platform does not know either', () => {
  assert.equal(refusalOf('output application/xlsx\n---\n1'), 'not refused');
});
