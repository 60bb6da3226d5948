import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const META = (name: string, inside: string): string => `<${name} xmlns="http://soap.sforce.com/2006/04/metadata">${inside}</${name}>`;

const project = createApexProject({
  'objects/Rate__mdt/Rate__mdt.object-meta.xml': META('CustomObject', '<label>Rate</label>'),
  'objects/Rate__mdt/fields/Percent__c.field-meta.xml': META(
    'CustomField',
    '<fullName>Percent__c</fullName><label>Percent</label><type>Number</type><precision>5</precision><scale>2</scale>',
  ),
  'Told.cls': `public class Told implements Metadata.DeployCallback {
    public static Metadata.DeployContainer container(String name, String field, Object value) {
        Metadata.CustomMetadataValue entry = new Metadata.CustomMetadataValue();
        entry.field = field;
        entry.value = value;
        Metadata.CustomMetadata record = new Metadata.CustomMetadata();
        record.fullName = 'Rate.' + name;
        record.label = 'At night';
        record.values.add(entry);
        Metadata.DeployContainer container = new Metadata.DeployContainer();
        container.addMetadata(record);
        return container;
    }
    public void handleResult(Metadata.DeployResult result, Metadata.DeployCallbackContext context) {
        insert new Account(Name = result.status + ' ' + result.details.componentFailures.size(), Site = context.getCallbackJobId());
    }
}`,
  'ToldTest.cls': `@IsTest
private class ToldTest {
    private class Context extends Metadata.DeployCallbackContext {
        public override Id getCallbackJobId() { return '707000000000001AAA'; }
    }
    @IsTest static void refused() {
        try {
            Metadata.Operations.enqueueDeployment(Told.container('Night', 'Percent__c', 1), null);
            System.Assert.fail();
        } catch (System.AsyncException e) {
            System.assertEquals('Metadata cannot be deployed from within a test', e.getMessage());
        }
    }
    @IsTest static void told() {
        Metadata.DeployResult result = new Metadata.DeployResult();
        result.status = Metadata.DeployStatus.Succeeded;
        result.details = new Metadata.DeployDetails();
        new Told().handleResult(result, new Context());
        System.assertEquals(1, [SELECT COUNT() FROM Account WHERE Site = '707000000000001AAA' AND Name = 'Succeeded 0']);
        System.assert(JSON.serialize(result).contains('"status":"Succeeded"'));
    }
}`,
});
after(() => project.close());

function commit(script: string): void {
  project.org.transaction(project.org.administratorId, (transaction) => {
    const result = project.engine.executeAnonymous(transaction, script);
    assert.equal(result.exceptionMessage ?? result.compileProblem ?? '', '');
  });
}

describe('deployments of custom metadata from Apex', () => {
  it('write records once the transaction is committed, and tell the callback', () => {
    assert.deepEqual(project.mistakes, []);
    commit(`Metadata.Operations.enqueueDeployment(Told.container('Night', 'Percent__c', 12.5), new Told());`);
    commit(`Metadata.Operations.enqueueDeployment(Told.container('Night', 'Percent__c', 20), new Told());`);
    const lines = project.run(`
      System.debug([SELECT Percent__c, MasterLabel FROM Rate__mdt].Percent__c.intValue() + ' ' + Rate__mdt.getInstance('Night').MasterLabel);
      System.debug([SELECT Id FROM AsyncApexJob WHERE Id = :[SELECT Site FROM Account WHERE Name = 'Succeeded 0' LIMIT 1].Site AND Status = 'Completed'].size());
      Metadata.CustomMetadata record = (Metadata.CustomMetadata) Metadata.Operations.retrieve(
        Metadata.MetadataType.CustomMetadata, new List<String>{ 'Rate.Night', 'Rate.Day' })[0];
      System.debug(record.label + ' ' + record.values[0].field);
    `);
    assert.deepEqual(lines, ['20 At night', '1', 'At night Percent__c']);
  });

  it('write nothing when a value does not fit', () => {
    commit(`Metadata.Operations.enqueueDeployment(Told.container('Day', 'Missing__c', 1), new Told());`);
    assert.deepEqual(
      project.run(`System.debug([SELECT COUNT() FROM Rate__mdt] + ' ' + [SELECT COUNT() FROM Account WHERE Name = 'Failed 1']);`),
      ['1 1'],
    );
  });

  it('are refused in tests, which call the callback themselves', () => {
    const { tests } = project.engine.runTests({});
    assert.deepEqual(
      tests.map(({ outcome, message }) => `${outcome} ${message ?? ''}`),
      ['Pass ', 'Pass '],
    );
  });
});
