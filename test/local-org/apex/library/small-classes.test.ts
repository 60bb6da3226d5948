import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from '../apex-project.ts';

const field = (name: string, controlling = ''): string =>
  `<CustomField><fullName>${name}</fullName><label>${name}</label><type>Picklist</type><valueSet>${controlling}<valueSetDefinition><sorted>false</sorted><value><fullName>A</fullName><default>false</default><label>A</label></value></valueSetDefinition></valueSet></CustomField>`;

const project = createApexProject({
  'Shape.cls': `public virtual class Shape {
    public Integer size = 1;
    public Shape clone(Integer size) { Shape other = this.clone(); other.size = size; return other; }
    public Shape copy() { Shape other = (Shape) clone(); other.size++; return other; }
}`,
  'objects/Account/fields/Country__c.field-meta.xml': field('Country__c'),
  'objects/Account/fields/City__c.field-meta.xml': field('City__c', '<controllingField>Country__c</controllingField>'),
});

after(() => project.close());

describe('small classes of the library', () => {
  it('an object clones itself', () => {
    assert.deepEqual(project.run('Shape one = new Shape(); System.debug(one.copy().size + one.size);'), ['3']);
  });

  it('a picklist says which field controls it', () => {
    const script = `System.debug(Account.City__c.getDescribe().getController());
      System.debug(Account.City__c.getDescribe().isDependentPicklist());
      System.debug(Account.Country__c.getDescribe().getController());
      System.debug(Schema.SoapType.DECIMAL);`;
    assert.deepEqual(project.run(script), ['Country__c', 'true', 'null', 'DECIMAL']);
  });

  it('options of DML have their headers from the beginning', () => {
    const script = `Database.DMLOptions options = new Database.DMLOptions();
      options.assignmentRuleHeader.useDefaultRule = true;
      options.EmailHeader.triggerUserEmail = true;
      options.localeOptions = 'de_DE';
      options.duplicateRuleHeader.allowSave = true;
      System.debug(options.AssignmentRuleHeader.UseDefaultRule);
      System.debug(options.emailHeader.TriggerOtherEmail);
      System.debug(options.emailHeader.TriggerUserEmail + options.localeOptions);`;
    assert.deepEqual(project.run(script), ['true', 'null', 'truede_DE']);
  });

  it('the cache gives and looks for several values at once', () => {
    const script = `Cache.OrgPartition partition = Cache.Org.getPartition('local.mine');
      partition.put('a', 1);
      System.debug(partition.get(new Set<String>{ 'a', 'b' }));
      System.debug(partition.contains(new Set<String>{ 'a', 'b' }));`;
    assert.deepEqual(project.run(script), ['{a=1, b=null}', '{a=true, b=false}']);
  });

  it('user mode with a permission set is refused where it would be used', () => {
    const script = `AccessLevel level = AccessLevel.USER_MODE.withPermissionSetId('0PS000000000001AAA');
      try { Database.insert(new Account(Name = 'A'), level); } catch (UnsupportedOperationException e) { System.debug('refused'); }`;
    assert.deepEqual(project.run(script), ['refused']);
  });
});

describe('types and exceptions', () => {
  it('Type.forName knows classes of the library, in collections too', () => {
    const script = `System.debug(Type.forName('List<System.TriggerOperation>'));
      System.debug(((List<Object>) JSON.deserialize('["BEFORE_INSERT"]', Type.forName('List<TriggerOperation>')))[0]);
      System.debug(Type.forName('HttpRequest'));
      System.debug(Type.forName('Nothing'));`;
    assert.deepEqual(project.run(script), ['List<TriggerOperation>', 'BEFORE_INSERT', 'HttpRequest', 'null']);
  });

  it('an exception made of a cause alone has no text of its own', () => {
    const script = `Exception made = new CalloutException(new CalloutException('inner'));
      System.debug(made.getMessage() + ', ' + made.getCause().getMessage());`;
    assert.deepEqual(project.run(script), ['Script-thrown exception, inner']);
  });
});
