import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createApexProject } from '../apex-project.ts';

const project = createApexProject({
  'Pages.cls': `public class Pages {
    public static String door() { return ApexPages.currentPage().getParameters().get('door'); }
}`,
  'PagesTest.cls': `@isTest private class PagesTest {
    @isTest static void aPageIsCurrent() { Assert.isNull(Pages.door()); }
    @isTest static void another() {
        Test.setCurrentPage(new PageReference('/apex/x?door=2'));
        Assert.areEqual('2', Pages.door());
    }
}`,
  'objects/Account/recordTypes/Household.recordType-meta.xml':
    '<RecordType><fullName>Household</fullName><active>true</active><label>A household</label></RecordType>',
  'objects/Account/recordTypes/Old.recordType-meta.xml':
    '<RecordType><fullName>Old</fullName><active>false</active><label>Old</label></RecordType>',
  'objects/Account/fields/Hint__c.field-meta.xml':
    '<CustomField><fullName>Hint__c</fullName><label>Hint</label><formula>$Label.Hint &amp; $CustomMetadata.Rate__mdt.Night.Text__c</formula><type>Text</type></CustomField>',
  'objects/Rate__mdt/Rate__mdt.object-meta.xml': '<CustomObject><label>Rate</label><pluralLabel>Rates</pluralLabel></CustomObject>',
  'objects/Rate__mdt/fields/Text__c.field-meta.xml':
    '<CustomField><fullName>Text__c</fullName><label>Text</label><length>20</length><type>Text</type></CustomField>',
  'customMetadata/Rate.Night.md-meta.xml':
    '<CustomMetadata><label>Night</label><values><field>Text__c</field><value>by night</value></values></CustomMetadata>',
  'labels/CustomLabels.labels-meta.xml':
    '<CustomLabels><labels><fullName>Hint</fullName><language>en_US</language><shortDescription>Hint</shortDescription><value>Ring </value></labels></CustomLabels>',
});
after(() => project.close());

test('record types of the source are described, the one of every object last', () => {
  const script = `Schema.DescribeSObjectResult described = Account.SObjectType.getDescribe();
    for (Schema.RecordTypeInfo info : described.getRecordTypeInfos()) System.debug(info.getName() + ' ' + info.isAvailable() + ' ' + info.isMaster());
    Schema.RecordTypeInfo household = described.getRecordTypeInfosByDeveloperName().get('Household');
    System.debug(household.getRecordTypeId() == [SELECT Id FROM RecordType WHERE DeveloperName = 'Household'].Id);
    System.debug(described.getRecordTypeInfosByName().get('A household') == described.getRecordTypeInfosById().get(household.getRecordTypeId()));
    System.debug(Contact.SObjectType.getDescribe().getRecordTypeInfos().size());`;
  assert.deepEqual(project.run(script), ['A household true false', 'Old false false', 'Master true true', 'true', 'true', '1']);
});

test('formulas name labels and records of custom metadata types', () => {
  assert.deepEqual(project.run(`insert new Account(Name = 'a'); System.debug([SELECT Hint__c FROM Account].Hint__c);`), ['Ring by night']);
});

test('a test has a current page from the start', () => {
  const { summary } = project.engine.runTests();
  assert.deepEqual(summary, { passed: 2, failed: 0, skipped: 0, notCompiled: 0 });
});

test('the parent may stand before the children of a sub-query', () => {
  const script = `Account account = new Account(Name = 'a'); insert account; insert new Contact(LastName = 'b', AccountId = account.Id);
    System.debug([SELECT (SELECT LastName FROM Account.Contacts) FROM Account][0].Contacts.size());`;
  assert.deepEqual(project.run(script), ['1']);
});

test('choices of a page are sorted by value, then by label', () => {
  const script = `List<SelectOption> options = new List<SelectOption>{ new SelectOption('b', '1'), new SelectOption('a', '2'), new SelectOption('a', '1') };
    options.sort();
    for (SelectOption option : options) System.debug(option.getValue() + option.getLabel());`;
  assert.deepEqual(project.run(script), ['a1', 'a2', 'b1']);
});

test('standard fields are permissionable unless they come with the object', () => {
  const script = `System.debug(Account.AccountNumber.getDescribe().isPermissionable());
    System.debug(Account.Name.getDescribe().isPermissionable());
    System.debug(Account.CreatedDate.getDescribe().isPermissionable());`;
  assert.deepEqual(project.run(script), ['true', 'false', 'false']);
});
