import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({
  'AccountExtension.cls': `public class AccountExtension {
    private final ApexPages.StandardController standard;
    public AccountExtension(ApexPages.StandardController standard) { this.standard = standard; }
    public PageReference rename() {
        Account account = (Account) standard.getRecord();
        if (String.isBlank(account.Name)) {
            ApexPages.addMessage(new ApexPages.Message(ApexPages.Severity.ERROR, 'A name, please'));
            return null;
        }
        standard.save();
        PageReference next = Page.Renamed;
        next.getParameters().put('id', account.Id);
        return next;
    }
    public List<SelectOption> sizes() { return new List<SelectOption>{ new SelectOption('s', 'Small'), new SelectOption('l', 'Large', true) }; }
}`,
  'pages/Renamed.page': '<apex:page/>',
  'pages/Renamed.page-meta.xml': '<ApexPage><label>Renamed</label></ApexPage>',
});

after(() => project.close());

describe('controllers of Visualforce pages', () => {
  it('save, add messages and lead to other pages', () => {
    assert.deepEqual(project.mistakes, []);
    const script = `Account account = new Account();
      AccountExtension extension = new AccountExtension(new ApexPages.StandardController(account));
      System.debug(extension.rename() + ' ' + ApexPages.hasMessages(ApexPages.Severity.ERROR) + ' ' + ApexPages.getMessages()[0].getSummary());
      account.Name = 'New';
      PageReference next = extension.rename();
      System.debug(next.getUrl() == '/apex/renamed?id=' + account.Id);
      Test.setCurrentPage(next);
      System.debug(ApexPages.currentPage().getParameters().get('id') == [SELECT Id FROM Account].Id);
      System.debug(extension.sizes()[1].getLabel() + extension.sizes()[1].getDisabled());`;
    assert.deepEqual(project.run(script), ['null true A name, please', 'true', 'true', 'Largetrue']);
  });

  it('turn the pages of a set of records', () => {
    const script = `List<Account> accounts = new List<Account>(); for (Integer i = 0; i < 5; i++) accounts.add(new Account(Name = 'A' + i)); insert accounts;
      ApexPages.StandardSetController several = new ApexPages.StandardSetController(Database.getQueryLocator('SELECT Name FROM Account ORDER BY Name'));
      several.setPageSize(2); several.next();
      System.debug(several.getRecords()[0].get('Name') + ' ' + several.getHasNext() + ' ' + several.getResultSize());
      several.last(); System.debug(several.getPageNumber() + ' ' + several.getHasNext());`;
    assert.deepEqual(project.run(script), ['A2 true 5', '3 false']);
  });

  it('name pages that exist', () => {
    assert.throws(() => project.run('PageReference none = Page.Missing;'), /Page does not exist: Missing/);
  });
});
