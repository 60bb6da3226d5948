import { toDecimal } from '../../../force-app/main/influence/lwc/influenceService/metrics.ts';
import type { FigureLine } from '../../../force-app/main/influence/lwc/metricsService/lines.ts';
import { csvLine } from '../csv/write.ts';
import { commandName } from './figures-report.ts';
import type { FiguresReport } from './figures-report.ts';
import type { ReportFormat } from './formats.ts';

/** Writes figures, each with its n and its definition, ending in a line break. */
export function formatFigures(report: FiguresReport, format: ReportFormat): string {
  switch (format) {
    case 'table':
      return formatTable(report);
    case 'csv':
      return formatCsv(report);
    case 'json':
      return formatJson(report);
  }
}

function formatTable({ quarters, period, figures, stage }: FiguresReport): string {
  const span = quarters.length === 1 ? quarters[0] : `${quarters[0]} to ${quarters.at(-1)}`;
  const blocks = figures.map(({ words }) => `${words.name}: ${words.value}\n  n: ${words.n}\n${wrapped(words.definition)}`);
  return `${span} (${period.from} to ${period.to})\n\n${blocks.join('\n\n')}\n\n${stage}\n`;
}

function formatCsv({ period, figures }: FiguresReport): string {
  const header = ['From', 'To', 'Figure', 'Value', 'Unit', 'Currency', 'Low (95 %)', 'High (95 %)', 'In words', 'n', 'Definition'];
  const rows = figures.map(({ line, words }) => [
    period.from,
    period.to,
    commandName(line.metric),
    { number: plain(line) },
    line.unit === 'cents' ? 'currency' : line.unit,
    line.currencyCode ?? '',
    { number: line.interval ? String(line.interval.low) : '' },
    { number: line.interval ? String(line.interval.high) : '' },
    words.value,
    words.n,
    words.definition,
  ]);
  return [header, ...rows].map((row) => csvLine(row)).join('');
}

function formatJson({ period, quarters, figures, stage }: FiguresReport): string {
  const content = {
    ...period,
    quarters,
    stage,
    figures: figures.map(({ line, words }) => ({
      metric: commandName(line.metric),
      name: words.name,
      value: line.value === null ? null : line.unit === 'cents' ? plain(line) : Number(line.value),
      unit: line.unit === 'cents' ? 'currency' : line.unit,
      ...(line.currencyCode === undefined ? {} : { currency: line.currencyCode }),
      ...(line.interval ? { interval: line.interval } : {}),
      hidden: line.hidden,
      inWords: words.value,
      counts: line.n,
      n: words.n,
      definition: words.definition,
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** A value as a spreadsheet takes it; nothing where there is none. */
function plain({ value }: FigureLine): string {
  return value === null ? '' : typeof value === 'bigint' ? toDecimal(value) : String(value);
}

/** A definition in lines of at most a hundred letters, indented. */
function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 100) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(`  ${word}`);
    }
  }
  return lines.join('\n');
}
