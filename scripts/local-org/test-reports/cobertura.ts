import { relative } from 'node:path';
import type { ClassCoverage, TestReport } from '../apex/engine-types.ts';
import { escapeXml } from './escape-xml.ts';

/**
 * The line coverage of Apex tests as a Cobertura file.
 *
 * @param root The folder that the paths of the files are relative to.
 * @param now Milliseconds since the epoch, for the file's time stamp.
 */
export function coberturaReport({ coverage }: TestReport, root: string, now: number): string {
  const { coveredLines, totalLines, classes } = coverage;
  const counts = `lines-covered="${coveredLines}" lines-valid="${totalLines}" branches-covered="0" branches-valid="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<coverage line-rate="${rate(coveredLines, totalLines)}" branch-rate="0" ${counts} complexity="0" version="1" timestamp="${now}">`,
    `  <sources><source>${escapeXml(root)}</source></sources>`,
    `  <packages><package name="apex" line-rate="${rate(coveredLines, totalLines)}" branch-rate="0" complexity="0"><classes>`,
    ...classes.map((covered) => classElement(covered, root)),
    '  </classes></package></packages>',
    '</coverage>',
    '',
  ].join('\n');
}

function classElement({ name, file, coveredLines, totalLines, covered, uncovered }: ClassCoverage, root: string): string {
  const path = relative(root, file).replaceAll('\\', '/');
  const hits = new Map([...covered.map((line) => [line, 1] as const), ...uncovered.map((line) => [line, 0] as const)]);
  const lines = [...hits].sort(([one], [other]) => one - other).map(([line, count]) => `<line number="${line}" hits="${count}"/>`);
  return [
    `    <class name="${escapeXml(name)}" filename="${escapeXml(path)}" line-rate="${rate(coveredLines, totalLines)}" branch-rate="0" complexity="0">`,
    `      <methods/><lines>${lines.join('')}</lines>`,
    '    </class>',
  ].join('\n');
}

function rate(covered: number, total: number): string {
  return total === 0 ? '1' : (covered / total).toFixed(4);
}
