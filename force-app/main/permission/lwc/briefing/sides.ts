import type { Briefing } from 'c/permissionService';
import { dayInWords, fill, listed, momentInWords } from 'c/wording';
import { labels } from './labels';

/** A few lines under a heading. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** What one side should know. */
export interface Side {
  readonly name: 'seller' | 'customer';
  readonly title: string;
  readonly sections: readonly Section[];
}

/** What those who asked should know about the customer before they talk. */
export function sellerSide(briefing: Briefing): Side {
  return {
    name: 'seller',
    title: fill(labels.sellerTitle, briefing.customerName ?? ''),
    sections: withLines([
      [labels.who, [joined(briefing.customerName, briefing.customerSummary), ...factsOf(briefing.customerFacts)]],
      [labels.common, [briefing.fit]],
      [labels.story, [briefing.story]],
      [labels.frame, [...frameOf(briefing), condition(briefing)]],
      [labels.mind, [labels.mindSeller]],
    ]),
  };
}

/** What the customer should know about those they will talk to: to be sent to them, so it holds nothing of the deal's price or state. */
export function customerSide(briefing: Briefing): Side {
  return {
    name: 'customer',
    title: fill(labels.customerTitle, briefing.prospectName ?? labels.prospect),
    sections: withLines([
      [labels.who, [briefing.prospectName, ...factsOf(briefing.prospectFacts)]],
      [
        labels.questions,
        [briefing.topics.length > 0 ? fill(labels.questionsAbout, listed(briefing.topics)) : undefined, labels.questionsUsual],
      ],
      [labels.frame, [...frameOf(briefing), condition(briefing)]],
      [labels.value, [briefing.valueToCustomer]],
      [labels.mind, [labels.mindCustomer]],
    ]),
  };
}

/** A side as text to be pasted into a mail. */
export function textOf({ title, sections }: Side): string {
  return [title, ...sections.map(({ heading, lines }) => [heading, ...lines].join('\n'))].join('\n\n');
}

function withLines(sections: readonly (readonly [string, readonly (string | null | undefined)[]])[]): Section[] {
  return sections
    .map(([heading, lines]) => ({ heading, lines: lines.filter((line): line is string => Boolean(line)) }))
    .filter(({ lines }) => lines.length > 0);
}

function factsOf(facts: Briefing['customerFacts']): string[] {
  return facts.map(({ label, text }) => `${label}: ${text}`);
}

/** What, when, how long. */
function frameOf({ activityType, minutes, scheduledAt, needBy }: Briefing): string[] {
  const when = scheduledAt ? momentInWords(scheduledAt) : needBy ? fill(labels.by, dayInWords(needBy)) : undefined;
  return [joined(activityType, minutes ? fill(labels.minutes, minutes) : undefined, when)];
}

function condition({ notBefore, conditionNote }: Briefing): string | undefined {
  const words = joined(notBefore ? fill(labels.notBefore, dayInWords(notBefore)) : undefined, conditionNote);
  return words === '' ? undefined : fill(labels.condition, words);
}

function joined(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
