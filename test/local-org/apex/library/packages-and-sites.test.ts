import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createApexProject } from '../apex-project.ts';

const project = createApexProject({
  'Script.cls': `public class Script implements InstallHandler, UninstallHandler {
    public static List<String> heard = new List<String>();
    public void onInstall(InstallContext context) {
        Version before = context.previousVersion();
        Boolean isOld = before != null && before.compareTo(new Version(1, 20)) < 0;
        heard.add(isOld + ' ' + context.isUpgrade() + ' ' + context.isPush() + ' ' + (context.organizationId() == UserInfo.getOrganizationId()));
    }
    public void onUninstall(UninstallContext context) { heard.add('gone ' + (context.uninstallerId() == UserInfo.getUserId())); }
}`,
  'ScriptTest.cls': `@isTest private class ScriptTest {
    @isTest static void runs() {
        Test.testInstall(new Script(), null);
        Test.testInstall(new Script(), new Version(1, 9, 2), true);
        Test.testUninstall(new Script());
        Assert.areEqual(new List<String>{ 'false false false true', 'true true true true', 'gone true' }, Script.heard);
    }
}`,
  'Register.cls': `public class Register {
    public static String door() {
        try {
            if (Site.getName() != null) throw new Site.ExternalUserCreateException(new List<String>{ 'a' }, 'b');
        } catch (Site.ExternalUserCreateException error) { return error.getDisplayMessages()[0]; }
        return Label.Site.passwords_dont_match + Site.login('a', 'b', '/') + Network.forwardToAuthPage('/') + System.currentPageReference();
    }
}`,
  'Choices.cls': `public class Choices extends VisualEditor.DynamicPickList {
    VisualEditor.DesignTimePageContext context;
    public Choices(VisualEditor.DesignTimePageContext context) { this.context = context; }
    public override VisualEditor.DataRow getDefaultValue() { return new VisualEditor.DataRow(context.entityName, context.pageType); }
    public override VisualEditor.DynamicPickListRows getValues() { return new VisualEditor.DynamicPickListRows(); }
}`,
  'objects/Job__c/Job__c.object-meta.xml':
    '<CustomObject><label>Job</label><pluralLabel>Jobs</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ControlledByParent</sharingModel></CustomObject>',
  'objects/Job__c/fields/Customer__c.field-meta.xml':
    '<CustomField><fullName>Customer__c</fullName><label>Customer</label><referenceTo>Account</referenceTo><relationshipName>Jobs</relationshipName><relationshipOrder>1</relationshipOrder><type>MasterDetail</type></CustomField>',
});
after(() => project.close());

test('compiles', () => assert.deepEqual(project.mistakes, []));

test('a script of a package hears of its installation in tests', () => {
  const { tests } = project.engine.runTests();
  assert.deepEqual(
    tests.map(({ outcome, message }) => [outcome, message]),
    [['Pass', null]],
  );
});

test('there is no current site, and nobody registers', () => {
  assert.deepEqual(project.run('System.debug(Register.door());'), ['Passwords dont matchnullnullnull']);
});

test('the page builder tells a pick list where it stands', () => {
  const script = `VisualEditor.DesignTimePageContext context = new VisualEditor.DesignTimePageContext();
    context.entityName = 'Account'; context.pageType = 'HomePage';
    System.debug(new Choices(context).getDefaultValue().getLabel());`;
  assert.deepEqual(project.run(script), ['Account']);
});

test('a field knows its place among masters and the whole it belongs to', () => {
  const script = `System.debug(Job__c.Customer__c.getDescribe().getRelationshipOrder());
    System.debug(Account.Name.getDescribe().getRelationshipOrder());
    System.debug(Account.BillingCity.getDescribe().getCompoundFieldName() + Contact.FirstName.getDescribe().getCompoundFieldName());`;
  assert.deepEqual(project.run(script), ['1', 'null', 'BillingAddressName']);
});
