import type { XmlElement } from '../../metadata/xml-element.ts';
import type { FlowProblem } from './description.ts';

/** Elements that say how a flow looks in its builder, or document it. */
const DECORATION: ReadonlySet<string> = new Set([
  'processMetadataValues',
  'name',
  'label',
  'description',
  'locationX',
  'locationY',
  'elementSubtype',
  'connector',
  'faultConnector',
  'group',
  'attributes',
]);

/** Notes, while a flow is read, what of it the engine does not know. */
export class FlowReader {
  readonly problems: FlowProblem[] = [];

  /** Notes everything under an element but what is named. */
  expect(xml: XmlElement, owner: string, known: readonly string[]): void {
    for (const child of xml.children) {
      if (!DECORATION.has(child.name) && !known.includes(child.name)) {
        this.problem(owner, `${xml.name}.${child.name}`);
      }
    }
  }

  problem(element: string | undefined, feature: string): void {
    if (!this.problems.some((known) => known.element === element && known.feature === feature)) {
      this.problems.push({ feature, ...(element !== undefined && { element }) });
    }
  }
}
