import { recordTypesOf } from '../../../data/setup/record-types.ts';
import type { RecordTypeDescription } from '../../../data/setup/record-types.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import { currentTransaction } from '../../runtime/current.ts';
import type { LibraryClass, Native } from '../declaration.ts';
import { kept } from '../kept.ts';
import { describeMembers } from './describe-members.ts';
import type { ObjectDescribe } from './tokens.ts';

type Self = RecordTypeDescription;

const INFO = 'Schema.RecordTypeInfo';

function typesOf({ object }: ObjectDescribe): readonly RecordTypeDescription[] {
  const transaction = currentTransaction();
  return kept(transaction, `record types of ${object.name}`, ['RecordType'], () => recordTypesOf(transaction, object.name));
}

function by(keyType: string, key: 'id' | 'name' | 'developerName'): (self: ObjectDescribe) => ApexMap {
  return (self) => {
    const map = new ApexMap(keyType, INFO);
    for (const type of typesOf(self)) map.put(type[key], type);
    return map;
  };
}

/** What `Schema.DescribeSObjectResult` tells of the record types of an object. */
export const recordTypeMembers: Readonly<Record<string, Native>> = {
  'List<Schema.RecordTypeInfo> getRecordTypeInfos': (self: ObjectDescribe) => new ApexList(INFO, [...typesOf(self)]),
  'Map<String, Schema.RecordTypeInfo> getRecordTypeInfosByDeveloperName': by('String', 'developerName'),
  'Map<Id, Schema.RecordTypeInfo> getRecordTypeInfosById': by('Id', 'id'),
  'Map<String, Schema.RecordTypeInfo> getRecordTypeInfosByName': by('String', 'name'),
};

/** `Schema.RecordTypeInfo`: each user may use every active one, and none is anybody's default but the one that stands for none. */
export const recordTypeInfoClass: LibraryClass = {
  name: INFO,
  members: describeMembers({
    'String getDeveloperName': (self: Self) => self.developerName,
    'String getName': (self: Self) => self.name,
    'Id getRecordTypeId': (self: Self) => self.id,
    'Boolean isActive': (self: Self) => self.active,
    'Boolean isAvailable': (self: Self) => self.active,
    'Boolean isDefaultRecordTypeMapping': (self: Self) => self.master,
    'Boolean isMaster': (self: Self) => self.master,
  }),
};
