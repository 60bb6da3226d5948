import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CLASS_META =
  '<?xml version="1.0" encoding="UTF-8"?>\n<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">\n    <apiVersion>65.0</apiVersion>\n    <status>Active</status>\n</ApexClass>\n';

/** Writes an SFDX project with these classes, by name, into a folder. */
export function writeProject(folder: string, classes: Readonly<Record<string, string>>): string {
  const classFolder = join(folder, 'force-app/main/default/classes');
  mkdirSync(classFolder, { recursive: true });
  const project = { packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '65.0' };
  writeFileSync(join(folder, 'sfdx-project.json'), JSON.stringify(project));
  for (const [name, source] of Object.entries(classes)) {
    writeFileSync(join(classFolder, `${name}.cls`), source);
    writeFileSync(join(classFolder, `${name}.cls-meta.xml`), CLASS_META);
  }
  return folder;
}
