import type { Value } from '../../data/record.ts';
import { DateValue } from '../../data/values/date.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import { DecimalValue } from '../../data/values/decimal.ts';
import { TimeValue } from '../../data/values/time.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';
import type { Condition, Criteria, FieldAssignment, NamedOperand, NamedTarget, Operand, Path, RecordFilter } from './description.ts';
import type { FlowReader } from './flow-reader.ts';

const LITERALS: Readonly<Record<string, (text: string) => Value>> = {
  booleanValue: (text) => text === 'true',
  numberValue: (text) => DecimalValue.parse(text),
  dateValue: (text) => DateValue.parse(text.slice(0, 10)),
  dateTimeValue: (text) => DatetimeValue.parse(text),
  timeValue: (text) => TimeValue.parse(text),
};

/** A path as it is written: `Get_Account.Owner.Name`, `$Record.Id`. */
export function pathOf(text: string): Path {
  return text.split('.') as [string, ...string[]];
}

/** The path in a child element; undefined when it is absent. */
export function pathIn(xml: XmlElement, name: string): Path | undefined {
  const text = xml.textOf(name);
  return text === undefined ? undefined : pathOf(text);
}

/** What the element `value`, `rightValue` or the like says. An empty one says nothing. */
export function readOperand(reader: FlowReader, owner: string, xml: XmlElement | undefined): Operand | undefined {
  const [content] = xml?.children ?? [];
  if (xml === undefined || content === undefined) {
    return undefined;
  }
  const literal = LITERALS[content.name];
  if (literal !== undefined) {
    return { kind: 'value', value: literal(content.text.trim()) };
  }
  switch (content.name) {
    case 'stringValue':
      return content.text.includes('{!') ? { kind: 'text', text: content.text } : { kind: 'value', value: content.text };
    case 'elementReference':
      return { kind: 'reference', path: pathOf(content.text) };
    case 'formulaExpression':
    case 'formulaDataType':
      return { kind: 'formula', expression: xml.textOf('formulaExpression') ?? '', dataType: xml.textOf('formulaDataType') ?? 'String' };
    default:
      reader.problem(owner, `a value of the kind ${content.name}`);
      return undefined;
  }
}

export function readConditions(reader: FlowReader, owner: string, xml: XmlElement): Condition[] {
  return xml.all('conditions').map((condition) => {
    reader.expect(condition, owner, ['leftValueReference', 'operator', 'rightValue']);
    return {
      left: pathIn(condition, 'leftValueReference') ?? [''],
      operator: condition.textOf('operator') ?? 'EqualTo',
      right: readOperand(reader, owner, condition.child('rightValue')),
    };
  });
}

export function readCriteria(reader: FlowReader, owner: string, xml: XmlElement): Criteria {
  return { conditions: readConditions(reader, owner, xml), logic: xml.textOf('conditionLogic') ?? 'and' };
}

export function readFilters(reader: FlowReader, owner: string, xml: XmlElement): RecordFilter[] {
  return xml.all('filters').map((filter) => ({
    field: filter.textOf('field') ?? '',
    operator: filter.textOf('operator') ?? 'EqualTo',
    value: readOperand(reader, owner, filter.child('value')),
  }));
}

export function readFieldAssignments(reader: FlowReader, owner: string, xml: XmlElement): FieldAssignment[] {
  return xml.all('inputAssignments').map((assignment) => ({
    field: assignment.textOf('field') ?? '',
    value: readOperand(reader, owner, assignment.child('value')),
  }));
}

export function readInputs(reader: FlowReader, owner: string, inputs: readonly XmlElement[]): NamedOperand[] {
  return inputs.map((input) => ({ name: input.textOf('name') ?? '', value: readOperand(reader, owner, input.child('value')) }));
}

export function readTargets(outputs: readonly XmlElement[]): NamedTarget[] {
  return outputs.map((output) => ({ name: output.textOf('name') ?? '', target: pathIn(output, 'assignToReference') ?? [''] }));
}
