import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openOrg } from '../../../scripts/local-org/open-org.ts';

const cacheFolder = mkdtempSync(join(tmpdir(), 'queries-'));
const { org, engine } = openOrg({ project: join(import.meta.dirname, '../../fixtures/workshop'), cacheFolder });

after(() => {
  org.close();
  rmSync(cacheFolder, { recursive: true });
});

/** Scripts that assert for themselves; each runs as the administrator in an org without records. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'sets, lists of records, keys of a map and casts are bound': `
    List<Account> accounts = new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B') };
    insert accounts;
    insert new Contact(LastName = 'C', AccountId = accounts[0].Id);
    Set<String> names = new Set<String>{ 'A', 'B' };
    Map<Id, Account> byId = new Map<Id, Account>([SELECT Id, Name FROM Account WHERE Name IN :names]);
    Assert.areEqual(2, byId.size());
    Assert.areEqual(1, [SELECT Id FROM Contact WHERE AccountId IN :accounts].size());
    Assert.areEqual(2, [SELECT Id FROM Account WHERE Id IN :byId.keySet() LIMIT :byId.size()].size());
    Assert.areEqual('A', [SELECT Name FROM Account WHERE Name = :(String) accounts[0].get('Name')].Name);`,
  'numbers and dates are bound by their value, null matches what is empty': `
    insert new Account(Name = 'N', NumberOfEmployees = 5, AnnualRevenue = 100);
    Integer whole = 5;
    Decimal exact = 99.5;
    Long big = 3;
    String nothing;
    Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE NumberOfEmployees = :whole AND AnnualRevenue > :exact AND NumberOfEmployees > :big]);
    Assert.areEqual(1, [SELECT COUNT() FROM Account WHERE CreatedDate >= :Datetime.now().addDays(-1) AND Industry = :nothing]);`,
  'one row is assigned, none is an exception': `
    try {
        Account account = [SELECT Id FROM Account WHERE Name = 'nobody'];
        Assert.fail();
    } catch (QueryException e) {
        Assert.areEqual('List has no rows for assignment to SObject', e.getMessage());
    }`,
  'a field that was not selected can not be read': `
    insert new Account(Name = 'Q');
    Account account = [SELECT Id FROM Account LIMIT 1];
    try {
        String name = account.Name;
        Assert.fail();
    } catch (SObjectException e) {
        Assert.areEqual('SObject row was retrieved via SOQL without querying the requested field: Account.Name', e.getMessage());
    }`,
  'a search gives a list for each object; its values, conditions and dynamic form': `
    insert new Account(Name = 'Acme Tools');
    insert new Contact(LastName = 'Acme');
    String what = 'acme';
    Integer most = 5;
    List<List<SObject>> found = [FIND :what IN NAME FIELDS RETURNING Account (Id, Name WHERE Name LIKE 'Acme%' LIMIT :most), Contact];
    Assert.areEqual(2, found.size());
    List<Account> accounts = (List<Account>) found[0];
    Assert.areEqual('Acme Tools', accounts[0].Name);
    Assert.areEqual(1, found[1].size());
    Assert.areEqual(1, [FIND 'acme AND NOT tools' RETURNING Account, Contact][1].size());
    Assert.areEqual('Acme Tools', ((Account) Search.query('FIND \\'tools\\' RETURNING Account (Name)')[0][0]).Name);
    Assert.areEqual('Acme Tools', Search.find('FIND {tools} RETURNING Account (Name)').get('Account')[0].getSObject().get('Name'));
    Assert.areEqual(4, Limits.getSoslQueries());
    try {
        Object one = [FIND 'a' RETURNING Account];
        Assert.fail();
    } catch (SearchException e) {
        Assert.areEqual('search term must be longer than one character: a', e.getMessage());
    }`,
  'parents and children are read from the row': `
    Account account = new Account(Name = 'P');
    insert account;
    insert new Contact(LastName = 'C', AccountId = account.Id);
    Contact contact = [SELECT Account.Name, Account.Owner.Name FROM Contact];
    Assert.areEqual('P', contact.Account.Name);
    Assert.isNotNull(contact.Account.Owner.Name);
    Account parent = [SELECT Id, (SELECT LastName FROM Contacts) FROM Account];
    Assert.areEqual('C', parent.Contacts[0].LastName);`,
  'a parent of one of several objects has the type of its object': `
    Account account = new Account(Name = 'T');
    insert account;
    insert new Task(Subject = 's', WhatId = account.Id);
    Task task = [SELECT What.Name, What.Type FROM Task];
    Assert.areEqual('T', task.What.Name);
    Assert.areEqual('Account', task.What.Type);
    Assert.isTrue(task.What instanceof Account);`,
  'aggregates come as Integer and Decimal under their aliases': `
    insert new List<Opportunity>{
        new Opportunity(Name = 'a', StageName = 'Prospecting', CloseDate = Date.newInstance(2026, 5, 6), Amount = 10.5),
        new Opportunity(Name = 'b', StageName = 'Prospecting', CloseDate = Date.newInstance(2026, 5, 7), Amount = 1)
    };
    AggregateResult row = [SELECT StageName, SUM(Amount) total, AVG(Amount) mean, COUNT(Id) n, MAX(CloseDate) FROM Opportunity GROUP BY StageName];
    Assert.areEqual(11.5, (Decimal) row.get('total'));
    Assert.areEqual(5.75, (Decimal) row.get('mean'));
    Assert.areEqual(2, (Integer) row.get('n'));
    Assert.areEqual(Date.newInstance(2026, 5, 7), (Date) row.get('expr0'));
    Assert.areEqual('Prospecting', row.get('StageName'));
    Assert.areEqual(5, [SELECT CALENDAR_MONTH(CloseDate) m FROM Opportunity GROUP BY CALENDAR_MONTH(CloseDate)][0].get('m'));`,
  'a loop over a query gives rows one by one, or 200 at a time': `
    List<Account> accounts = new List<Account>();
    for (Integer i = 0; i < 450; i++) {
        accounts.add(new Account(Name = 'x' + i));
    }
    insert accounts;
    Integer lists = 0;
    Integer rows = 0;
    for (List<Account> some : [SELECT Id FROM Account]) {
        lists++;
        rows += some.size();
    }
    Assert.areEqual(3, lists);
    Assert.areEqual(450, rows);`,
  'dynamic queries see local variables, given binds, and errors of the platform': `
    insert new Account(Name = 'D\\'s');
    String name = 'D\\'s';
    Assert.areEqual(1, Database.query('SELECT Id FROM Account WHERE Name = :name').size());
    Map<String, Object> binds = new Map<String, Object>{ 'given' => name };
    Assert.areEqual(1, Database.queryWithBinds('SELECT Id FROM Account WHERE Name = :given', binds, AccessLevel.USER_MODE).size());
    try {
        Database.query('SELECT Nonsense FROM Account');
        Assert.fail();
    } catch (QueryException e) {
        Assert.isTrue(e.getMessage().contains('No such column \\'Nonsense\\' on entity \\'Account\\''), e.getMessage());
    }`,
  'each query is counted, deleted rows come with ALL ROWS': `
    Integer before = Limits.getQueries();
    Account account = new Account(Name = 'Z');
    insert account;
    delete account;
    Assert.areEqual(0, [SELECT COUNT() FROM Account]);
    Assert.areEqual(true, [SELECT IsDeleted FROM Account ALL ROWS].IsDeleted);
    Assert.areEqual(before + 2, Limits.getQueries());`,
};

for (const [title, source] of Object.entries(SCRIPTS)) {
  test(title, () => {
    const result = org.rehearse(org.administratorId, (transaction) => engine.executeAnonymous(transaction, source));
    assert.equal(result.compileProblem, null);
    assert.equal(result.exceptionMessage, null);
  });
}

test('a query that names what does not exist does not compile', () => {
  const result = org.rehearse(org.administratorId, (transaction) =>
    engine.executeAnonymous(transaction, 'List<Account> none = [SELECT Nonsense FROM Account];'),
  );
  assert.equal(result.compiled, false);
  assert.match(result.compileProblem ?? '', /No such column 'Nonsense' on entity 'Account'/);
});
