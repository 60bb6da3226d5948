import { isRunningTest } from '../../runtime/async.ts';
import { classInfoOf } from '../../runtime/class-info.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import type { EnumConstant } from '../../runtime/enum.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { insertJobRow } from '../../runtime/job-rows.ts';
import { promise } from '../../runtime/work-queue.ts';
import type { LibraryClass } from '../declaration.ts';
import { bagOf } from '../property-class.ts';
import type { PropertyBag } from '../property-class.ts';
import type { DeployContainer } from './container.ts';
import { addressOf, deploymentId, recordOf } from './deploy.ts';

function enqueueDeployment(container: DeployContainer | null, callback: object | null): string {
  const { items } = container ?? raiseNull('Argument 1 cannot be null');
  if (isRunningTest()) {
    raise('System.AsyncException', 'Metadata cannot be deployed from within a test');
  }
  const transaction = currentTransaction();
  const className = classInfoOf(callback)?.name ?? 'MetadataDeployment';
  const recordId = insertJobRow(transaction, { kind: 'queueable', className, values: [] });
  promise({ kind: 'deployment', recordId, dueAt: transaction.now(), values: [callback, ...items] }, false);
  return deploymentId(recordId);
}

function retrieve(type: EnumConstant | null, names: ApexList | null): ApexList {
  if (type?.name !== 'CustomMetadata') {
    raise('System.UnsupportedOperationException', 'The local org retrieves records of custom metadata types only.');
  }
  const found = ((names ?? raiseNull('Argument 2 cannot be null')).elements as string[]).flatMap(retrieved);
  return new ApexList('Metadata.Metadata', found);
}

function retrieved(fullName: string): PropertyBag[] {
  const [object, developerName] = addressOf(fullName);
  const record = recordOf(object, developerName);
  if (!record) {
    return [];
  }
  const values = [...object.fields.values()]
    .filter(({ custom }) => custom)
    .map(({ name }) => bagOf('Metadata.CustomMetadataValue', { field: name, value: record.get(name) }));
  const list = new ApexList('Metadata.CustomMetadataValue', values);
  return [bagOf('Metadata.CustomMetadata', { fullName, label: record.get('MasterLabel'), values: list })];
}

/** `Metadata.Operations`: deployments run as jobs once the transaction is committed. */
export const operationsClass: LibraryClass = {
  name: 'Metadata.Operations',
  members: {
    'static Id enqueueDeployment(Metadata.DeployContainer container, Metadata.DeployCallback callback)': enqueueDeployment,
    'static List<Metadata.Metadata> retrieve(Metadata.MetadataType type, List<String> fullNames)': retrieve,
  },
};
