import { DatetimeValue } from '../data/values/datetime.ts';
import { fromApex } from '../apex/runtime/flow-values.ts';
import { uncountedQuery } from '../apex/library/running-user.ts';
import { FlowFault } from './fault.ts';
import type { FlowContext } from './flow-context.ts';
import type { Interview } from './interview.ts';
import type { Path } from './metadata/description.ts';

/** The value of a global that is not about the record: `$Flow`, `$Label`, `$CustomMetadata`, and those that all formulas have. */
export function globalValue(context: FlowContext, interview: Interview, path: Path): unknown {
  const [space, name = '', ...rest] = path;
  switch (space.toLowerCase()) {
    case '$record':
    case '$record__prior':
      return null;
    case '$flow':
      return flowValue(context, interview, name.toLowerCase());
    case '$label':
      return label(context, name);
    case '$custommetadata':
      return customMetadata(context, name, rest);
    case '$globalconstant':
      return constant(name.toLowerCase());
    case '$system':
      return new DatetimeValue(0);
    default:
      return fromApex(context.org.formulas.global(path));
  }
}

function flowValue({ transaction, timeZone }: FlowContext, interview: Interview, name: string): unknown {
  const now = new DatetimeValue(transaction.now());
  switch (name) {
    case 'currentdate':
      return now.date(timeZone);
    case 'currentdatetime':
      return now;
    case 'currenttime':
      return now.time(timeZone);
    case 'currentrecord':
      return interview.trigger?.record.id ?? null;
    case 'faultmessage':
      return interview.faultMessage;
    case 'interviewguid':
      return interview.id;
    case 'interviewstarttime':
      return new DatetimeValue(interview.startedAt);
    default:
      throw new FlowFault(`The local org does not support $Flow.${name}.`);
  }
}

function label({ labels, transaction }: FlowContext, name: string): string {
  const text = labels.get(name.toLowerCase());
  if (text === undefined) {
    throw new FlowFault(`The project has no label ${name}.`);
  }
  return transaction.translations.label(name, transaction.language) ?? text;
}

/** `$CustomMetadata.Type__mdt.Record.Field__c`. */
function customMetadata({ transaction }: FlowContext, type: string, path: readonly string[]): unknown {
  const [record = '', field = ''] = path;
  const object = transaction.schema.object(type);
  const declared = object?.fields.get(field.toLowerCase());
  if (object?.kind !== 'customMetadata' || declared === undefined) {
    throw new FlowFault(`$CustomMetadata.${type}.${path.join('.')} does not name a field of a custom metadata type.`);
  }
  const binds = new Map([['name', record]]);
  const [found] = uncountedQuery(transaction, `SELECT ${declared.name} FROM ${object.name} WHERE DeveloperName = :name`, binds);
  return fromApex(found?.get(declared.name));
}

function constant(name: string): unknown {
  return name === 'true' ? true : name === 'false' ? false : '';
}
