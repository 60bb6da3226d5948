import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({
  'Stream.cls': `public virtual class Stream implements Iterator<SObject> {
    public class Rows implements Iterable<SObject> {
        private List<SObject> rows;
        public Rows(List<SObject> rows) { this.rows = rows; }
        public Iterator<SObject> iterator() { return new Stream(rows.iterator()); }
    }
    protected Iterator<SObject> inner;
    public Stream(Iterator<SObject> inner) { this.inner = inner; }
    public Boolean hasNext() { return inner.hasNext(); }
    public SObject next() { return inner.next(); }
}`,
  'Selectors.cls': `public virtual class Selectors {
    public interface Selector { Selectors query(); }
    @TestVisible private interface Loader { String load(); }
    private class LoaderImpl implements Loader { public String load() { return 'loaded'; } }
    @TestVisible private static Loader loader = new LoaderImpl();
    public static String kindOf(Object one) { return 'one'; }
    public static String kindOf(List<Object> several) { return 'list'; }
    public static String joined(Iterable<String> words) { return String.join(words, '+'); }
}`,
  'AccountSelector.cls': `public class AccountSelector extends Selectors implements Selectors.Selector {
    public static AccountSelector query() { return new AccountSelector(); }
    public override String toString() { return 'accounts'; }
}`,
  'Base.cls': `public virtual class Base {
    protected final String origin;
    public Integer size = 1;
}`,
  'Derived.cls': `public class Derived extends Base {
    public List<String> parts = new List<String>{ 'a' };
    public Derived(String origin) { this.origin = origin; }
    public override String toString() { return origin + size + parts.size(); }
}`,
  'Domain.cls': `public virtual class Domain {
    public static Factory Test { get { return new Factory(); } }
    public class Factory { public String name() { return 'factory'; } }
    public enum Kind { SMALL, LARGE }
    public Kind Kind { get; set; }
    public static Kind usual() { return Kind.LARGE; }
    public static Boolean isLarge(Integer size) { return size > 10; }
    public class Part {
        public Integer size = 12;
        public Boolean isLarge() { return isLarge(size); }
    }
}`,
  'Accounts.cls': `public class Accounts extends Domain {
    public static String where_am_i() { return Test.name() + Test.isRunningTest(); }
    public static Integer labels() { return Account.fields.Industry.getDescribe().getPicklistValues().size(); }
}`,
  'Weather.cls': `public class Weather {
    public static String ask() {
        Map<String, Object> answers = new Map<String, Object>();
        WebServiceCallout.invoke(new Domain(), 'sun?', answers, new List<String>{ 'https://x.test', '', 'urn:a', 'ask', 'urn:a', 'askResponse', 'String' });
        return (String) answers.get('response_x');
    }
}`,
  'WeatherTest.cls': `@IsTest class WeatherTest {
    class Sun implements WebServiceMock {
        public void doInvoke(Object stub, Object request, Map<String, Object> response, String endpoint, String soapAction, String requestName,
            String responseNS, String responseName, String responseType) { response.put('response_x', request + endpoint + responseName); }
    }
    @IsTest static void shines() {
        Test.setMock(WebServiceMock.class, new Sun());
        Assert.areEqual('sun?https://x.testaskResponse', Weather.ask());
        Assert.areEqual('UNIT.TEST PLACEHOLDER', new PageReference('/apex/x').getContent().toString());
    }
}`,
  'Campaign.cls': `public class Campaign { public String kind() { return 'class'; } }`,
  'IllegalArgumentException.cls': `public class IllegalArgumentException extends Exception {}`,
  'ShadowTest.cls': `@IsTest class ShadowTest {
    @IsTest static void shadows() {
        Schema.Campaign record = new Schema.Campaign(Name = 'record');
        insert record;
        List<Schema.Campaign> records = [SELECT Name FROM Campaign];
        Assert.areEqual('record', records[0].Name);
        Assert.areEqual('class', new Campaign().kind());
        SObject made = (SObject) Type.forName('Schema.Campaign').newInstance();
        Assert.areEqual(Schema.Campaign.SObjectType, made.getSObjectType());
        Boolean caught = false;
        try { throw new System.IllegalArgumentException('x'); } catch (System.IllegalArgumentException e) { caught = true; }
        Assert.isTrue(caught);
    }
}`,
  'Sizes.cls': `public class Sizes extends VisualEditor.DynamicPickList {
    private Integer added = 0;
    public override VisualEditor.DataRow getDefaultValue() { return null; }
    public override VisualEditor.DynamicPickListRows getValues() {
        VisualEditor.DynamicPickListRows rows = new VisualEditor.DynamicPickListRows();
        rows.addRow(new VisualEditor.DataRow('Small', 's'));
        return rows;
    }
}`,
  'objects/Job__c/Job__c.object-meta.xml':
    '<CustomObject><label>Job</label><nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel></CustomObject>',
  'objects/Job__c/sharingReasons/Team__c.sharingReason-meta.xml':
    '<SharingReason><fullName>Team__c</fullName><label>Team</label></SharingReason>',
  'objects/Job__c/fields/Scope__c.field-meta.xml':
    '<CustomField><fullName>Scope__c</fullName><label>Scope</label><type>Number</type><precision>6</precision><scale>0</scale></CustomField>',
  'objects/Job__c/fields/Level__c.field-meta.xml':
    '<CustomField><fullName>Level__c</fullName><label>Level</label><type>Text</type><length>20</length><defaultValue>"FINEST"</defaultValue></CustomField>',
  'objects/Archive__b/Archive__b.object-meta.xml': '<CustomObject><label>Archive</label></CustomObject>',
  'objects/Archive__b/fields/Text__c.field-meta.xml':
    '<CustomField><fullName>Text__c</fullName><label>Text</label><type>Text</type><length>20</length></CustomField>',
  'objects/Account/fields/Double__c.field-meta.xml':
    '<CustomField><fullName>Double__c</fullName><label>Double</label><type>Number</type><precision>18</precision><scale>0</scale><formula>NumberOfEmployees * 2</formula></CustomField>',
  'StrangerTest.cls': `@IsTest class StrangerTest {
    @IsTest static void stranger() {
        insert new Account(Name = 'Before');
        User stranger = new User(Alias = 's', Email = 's@x.test', EmailEncodingKey = 'UTF-8', LastName = 'S', LanguageLocaleKey = 'en_US',
            LocaleSidKey = 'en_US', Profile = new Profile(Name = 'Read Only'), TimeZoneSidKey = 'GMT', Username = 'stranger@x.test');
        System.runAs(stranger) {
            Assert.areEqual('stranger@x.test', UserInfo.getUserName());
            Assert.isFalse(Schema.SObjectType.Account.isCreateable());
        }
        Assert.isNotNull([SELECT CreatedById FROM Profile WHERE Name = 'Read Only'].CreatedById);
    }
}`,
  'SelectorsTest.cls': `@IsTest class SelectorsTest {
    @IsTest static void loads() { Assert.areEqual('loaded', Selectors.loader.load()); }
}`,
});

after(() => project.close());

describe('Apex as other projects write it', () => {
  it('compiles without mistakes', () => {
    assert.deepEqual(project.mistakes, []);
  });

  it('calls iterators written in Apex through the interface', () => {
    const script = `Iterable<SObject> rows = new Stream.Rows(new List<Account>{ new Account(Name = 'A') });
      Iterator<SObject> first = rows.iterator();
      Iterator<SObject> second = new Stream(first);
      while (second.hasNext()) { System.debug(second.next().get('Name')); }`;
    assert.deepEqual(project.run(script), ['A']);
  });

  it('lets a static method keep what an interface promises', () => {
    const script = `Selectors.Selector selector = (Selectors.Selector) Type.forName('AccountSelector').newInstance(); System.debug(selector.query());`;
    assert.deepEqual(project.run(script), ['accounts']);
  });

  it('takes an Iterable of objects for one of texts', () => {
    assert.deepEqual(project.run(`Iterable<Object> words = new List<Object>{ 'a', 'b' }; System.debug(Selectors.joined(words));`), ['a+b']);
  });

  it('copies objects of a class with clone, which share what they refer to', () => {
    const script = `Derived first = new Derived('x'); Derived second = first.clone(); second.size = 2; second.parts.add('b');
      System.debug(first + ' ' + second + ' ' + (first === second));`;
    assert.deepEqual(project.run(script), ['x12 x22 false']);
  });

  it('hands the rows of cursors out in parts', () => {
    const script = `insert new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B'), new Account(Name = 'C') };
      Database.Cursor cursor = Database.getCursor('SELECT Name FROM Account ORDER BY Name', AccessLevel.USER_MODE);
      System.debug(cursor.getNumRecords() + ' ' + cursor.fetch(1, 2)[1].get('Name'));
      String name = 'A';
      Database.PaginationCursor pages = Database.getPaginationCursor('SELECT Name FROM Account WHERE Name != :name', AccessLevel.SYSTEM_MODE);
      Database.CursorFetchResult page = pages.fetchPage(0, 1);
      System.debug(page.getRecords().size() + ' ' + page.getNextIndex());
      try { cursor.fetch(2, 2); } catch (InvalidParameterValueException e) { System.debug('too far'); }`;
    assert.deepEqual(project.run(script), ['3 C', '1 1', 'too far']);
  });

  it('calculates the formulas of records in memory', () => {
    const script = `Account account = new Account(NumberOfEmployees = 4); System.debug(Formula.recalculateFormulas(new List<Account>{ account })[0].isSuccess() + ' ' + account.Double__c);`;
    assert.deepEqual(project.run(script), ['true 8']);
  });

  it('tells the limits of the org', () => {
    assert.deepEqual(project.run(`System.debug(OrgLimits.getMap().get('DailyAsyncApexExecutions').getLimit());`), ['250000']);
  });

  it('finds types by names with a namespace and spaces', () => {
    assert.deepEqual(project.run(`System.debug(Type.forName('List<Schema.Account >').newInstance() instanceof List<Account>);`), ['true']);
  });

  it('turns each argument of format into text once', () => {
    const script = `Derived derived = new Derived('d'); System.debug(String.format('{0} {0} {1} {2}', new List<Object>{ derived, null }));`;
    assert.deepEqual(project.run(script), ['d11 d11 null {2}']);
  });

  it('refuses getSObject of a parent that was not queried', () => {
    const script = `Account account = new Account(Name = 'A'); insert account;
      SObject row = [SELECT Id FROM Account];
      try { row.getSObject('Parent'); } catch (SObjectException e) { System.debug('not queried'); }
      System.debug(new Account().getSObject('Parent'));`;
    assert.deepEqual(project.run(script), ['not queried', 'null']);
  });

  it('runs as a user that a test only described, with a profile by its name', () => {
    const { tests } = project.engine.runTests({ tests: ['StrangerTest'] });
    assert.deepEqual(
      tests.map(({ message }) => message ?? 'passed'),
      ['passed'],
    );
  });

  it('tells sets of texts and of ids apart', () => {
    const script = `Object texts = new Set<String>{ 'a' }; System.debug((texts instanceof Set<Id>) + ' ' + (texts instanceof Set<String>));`;
    assert.deepEqual(project.run(script), ['false true']);
  });

  it('prefers a list of objects to an object', () => {
    assert.deepEqual(project.run(`System.debug(Selectors.kindOf(new List<Derived>()) + Selectors.kindOf('x'));`), ['listone']);
  });

  it('reads what a date-time begins with', () => {
    assert.deepEqual(project.run(`System.debug(Datetime.valueOfGmt('2026-11-21 18:24:39-0800').format('HH:mm', 'GMT'));`), ['18:24']);
  });

  it('looks for a method in the class around when none of its own takes the arguments', () => {
    assert.deepEqual(project.run(`System.debug(new Domain.Part().isLarge());`), ['true']);
  });

  it('calls the class of a name when a field of that name lacks the method', () => {
    assert.deepEqual(project.run(`System.debug(Accounts.where_am_i() + ' ' + (Accounts.labels() > 5));`), ['factoryfalse true']);
  });

  it('answers SOAP callouts and pages in tests', () => {
    const { tests } = project.engine.runTests({ tests: ['WeatherTest'] });
    assert.deepEqual(
      tests.map(({ message }) => message ?? 'passed'),
      ['passed'],
    );
  });

  it('writes rows of big objects at once', () => {
    const script = `Database.insertImmediate(new Archive__b(Text__c = 'kept')); System.debug([SELECT Text__c FROM Archive__b].Text__c);`;
    assert.deepEqual(project.run(script), ['kept']);
  });

  it('cuts text that is too long where the options say so', () => {
    const script = `Database.DMLOptions options = new Database.DMLOptions(); options.AllowFieldTruncation = true;
      Account account = new Account(Name = 'x'.repeat(300)); Database.insert(account, options);
      System.debug([SELECT Name FROM Account].Name.length());`;
    assert.deepEqual(project.run(script), ['255']);
  });

  it('keeps made-up ids of 18 characters apart', () => {
    const script = `List<Account> accounts = new List<Account>{ new Account(Id = '001000000000000001'), new Account(Id = '001000000000000007') };
      System.debug(new Map<Id, Account>(accounts).size()); System.debug((Id) '001000000000001' == (Id) '001000000000001AAA');`;
    assert.deepEqual(project.run(script), ['2', 'true']);
  });

  it('tells a class and an object of the same name apart by the namespace', () => {
    const { tests } = project.engine.runTests({ tests: ['ShadowTest'] });
    assert.deepEqual(
      tests.map(({ message }) => message ?? 'passed'),
      ['passed'],
    );
  });

  it('lets classes extend what the library only promises, and names reasons for sharing', () => {
    const script = `System.debug(new Sizes().getValues().size()); System.debug(Schema.Job__Share.RowCause.Team__c);`;
    assert.deepEqual(project.run(script), ['1', 'Team__c']);
  });

  it('casts a field without decimals to Integer', () => {
    const script = `Job__c job = new Job__c(Scope__c = 7); Integer scope = (Integer) job.Scope__c; System.debug(scope / 2);`;
    assert.deepEqual(project.run(script), ['3']);
  });

  it('reads a name as a type where the field of that name is out of reach', () => {
    assert.deepEqual(project.run(`System.debug(Domain.usual());`), ['LARGE']);
  });

  it('writes groups beside data, as the platform lets it', () => {
    const script = `insert new Account(Name = 'A'); Group queue = new Group(Name = 'Q', DeveloperName = 'Q1', Type = 'Queue'); insert queue; insert new Account(Name = 'B');
      try { delete queue; } catch (DmlException e) { System.debug(e.getMessage().contains('Group, original object: Account')); }`;
    assert.deepEqual(project.run(script), ['true']);
  });

  it('writes a UUID as text into JSON', () => {
    assert.deepEqual(project.run(`UUID id = UUID.randomUUID(); System.debug(JSON.serialize(id) == '"' + id.toString() + '"');`), ['true']);
  });

  it('fills new records with the defaults of their fields', () => {
    const script = `Job__c job = (Job__c) Job__c.SObjectType.newSObject(null, true); System.debug(job.Level__c + ' ' + job.Scope__c);`;
    assert.deepEqual(project.run(script), ['FINEST null']);
  });

  it('shows tests the methods of a private interface', () => {
    const { tests } = project.engine.runTests({ tests: ['SelectorsTest'] });
    assert.deepEqual(
      tests.map(({ outcome }) => outcome),
      ['Pass'],
    );
  });
});
