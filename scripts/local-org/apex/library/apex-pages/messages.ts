import { ApexList } from '../../runtime/collections/list.ts';
import { defineEnum } from '../../runtime/enum.ts';
import { ApexException, raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { pageState } from './page-state.ts';

const SEVERITIES = ['CONFIRM', 'ERROR', 'FATAL', 'INFO', 'WARNING'];

/** An `ApexPages.Message`. */
export class PageMessage {
  readonly severity: unknown;
  readonly summary: string | null;
  readonly detail: string | null;
  readonly label: string | null;

  constructor(severity: unknown, summary: string | null, detail: string | null = summary, label: string | null = null) {
    this.severity = severity;
    this.summary = summary;
    this.detail = detail;
    this.label = label;
  }
}

const error = (): unknown => defineEnum('ApexPages.Severity', SEVERITIES).find(({ name }) => name === 'ERROR');

function addMessages(cause: ApexException | null): void {
  const { messages } = pageState();
  const { rows, apexMessage } = cause ?? raiseNull('Argument 1 cannot be null');
  const texts = rows.length > 0 ? rows.map(({ message }) => message) : [apexMessage];
  messages.push(...texts.map((text) => new PageMessage(error(), text)));
}

/** `System.ApexPages`, its messages and their severities. */
export const messageClasses: readonly LibraryClass[] = [
  {
    name: 'System.ApexPages',
    members: {
      'static void addMessage(ApexPages.Message message)': (message: PageMessage | null): void => {
        pageState().messages.push(message ?? raiseNull('Argument 1 cannot be null'));
      },
      'static void addMessages(Object cause)': (cause: unknown) => addMessages(cause instanceof ApexException ? cause : null),
      'static PageReference currentPage()': () => pageState().page,
      'static List<ApexPages.Message> getMessages()': () => new ApexList('ApexPages.Message', [...pageState().messages]),
      'static Boolean hasMessages()': () => pageState().messages.length > 0,
      'static Boolean hasMessages(ApexPages.Severity severity)': (severity: unknown) =>
        pageState().messages.some((message) => message.severity === severity),
    },
  },
  { name: 'ApexPages.Severity', kind: 'enum', values: SEVERITIES, members: {} },
  {
    name: 'ApexPages.Message',
    isInstance: (value) => value instanceof PageMessage,
    members: {
      'new(ApexPages.Severity severity, String summary)': (severity: unknown, summary: string | null) => new PageMessage(severity, summary),
      'new(ApexPages.Severity severity, String summary, String detail)': (
        severity: unknown,
        summary: string | null,
        detail: string | null,
      ) => new PageMessage(severity, summary, detail),
      'new(ApexPages.Severity severity, String summary, String detail, String id)': (
        severity: unknown,
        summary: string | null,
        detail: string | null,
        id: string | null,
      ) => new PageMessage(severity, summary, detail, id),
      'String getComponentLabel()': (self: PageMessage) => self.label,
      'String getDetail()': (self: PageMessage) => self.detail,
      'ApexPages.Severity getSeverity()': (self: PageMessage) => self.severity,
      'String getSummary()': (self: PageMessage) => self.summary,
    },
  },
];
