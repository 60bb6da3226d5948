import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readScratchDefinition } from '../../../scripts/local-org/metadata/scratch-definition.ts';

const folder = mkdtempSync(join(tmpdir(), 'scratch-definition-'));
after(() => rmSync(folder, { recursive: true }));

test('a folder within a project has the definition of its project', () => {
  const inside = join(folder, 'project/force-app/main');
  mkdirSync(inside, { recursive: true });
  mkdirSync(join(folder, 'project/config'));
  writeFileSync(join(folder, 'project/config/project-scratch-def.json'), '{ "edition": "Enterprise" }');
  assert.equal(readScratchDefinition(inside).edition, 'Developer', 'without a project around it');

  writeFileSync(join(folder, 'project/sfdx-project.json'), '{}');
  assert.equal(readScratchDefinition(inside).edition, 'Enterprise');
  assert.equal(readScratchDefinition(join(folder, 'project')).edition, 'Enterprise');
});

test('a definition that is not JSON is named', () => {
  const project = join(folder, 'broken');
  mkdirSync(join(project, 'config'), { recursive: true });
  writeFileSync(join(project, 'config/project-scratch-def.json'), '{ "edition": ');
  assert.throws(() => readScratchDefinition(project), /project-scratch-def\.json is not valid JSON; mend the file\./);
});
