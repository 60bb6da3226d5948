import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { withTransaction } from '../../../../../scripts/local-org/apex/runtime/current.ts';
import { restoreObjects, storeObjects } from '../../../../../scripts/local-org/apex/runtime/stored/objects.ts';
import { createApexProject } from '../../apex-project.ts';

const project = createApexProject({
  'Holder.cls': `public class Holder implements Queueable {
    public enum Color { RED, GREEN }
    public class Key { public Integer number; public Key(Integer number) { this.number = number; }
      public Boolean equals(Object other) { return other instanceof Key && ((Key) other).number == number; }
      public Integer hashCode() { return number; } }
    public class TroubleException extends Exception { public Integer code = 7; }
    public Object content;
    public static String told;
    public Holder(Object content) { this.content = content; }
    public void execute(QueueableContext context) { told = content instanceof Speaker ? ((Speaker) content).say() : Probe.describe(content); }
  }`,
  'Speaker.cls': `public virtual class Speaker { public virtual String say() { return 'of the class'; } }`,
  'Probe.cls': `public class Probe {
    public static List<Object> everything() {
      Account parent = new Account(Name = 'Parent');
      insert parent;
      insert new Contact(LastName = 'Child', AccountId = parent.Id);
      Account queried = [SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Id = :parent.Id];
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://example.com');
      request.setHeader('Accept', 'text/plain');
      Map<Holder.Key, String> byKey = new Map<Holder.Key, String>{ new Holder.Key(1) => 'one' };
      return new List<Object>{
        1, 9007199254740993L, 1.50, 2.5d, true, 'text', Date.newInstance(2026, 1, 2), Datetime.newInstanceGmt(2026, 1, 2, 3, 4, 5),
        Time.newInstance(1, 2, 3, 4), Blob.valueOf('bytes'), Holder.Color.GREEN, new Set<Id>{ parent.Id }, byKey, queried, request,
        Account.SObjectType, Account.Name, List<Account>.class, new Holder.TroubleException('trouble'), null
      };
    }
    public static String describe(Object content) {
      List<Object> items = (List<Object>) content;
      Map<Holder.Key, String> byKey = (Map<Holder.Key, String>) items[12];
      Account queried = (Account) items[13];
      HttpRequest request = (HttpRequest) items[14];
      Holder.TroubleException trouble = (Holder.TroubleException) items[18];
      Boolean refused = false;
      try { Object phone = queried.Phone; } catch (SObjectException e) { refused = true; }
      return String.join(new List<Object>{
        items[0], items[1], items[2], items[3], items[4], items[5], ((Date) items[6]).day(), ((Datetime) items[7]).secondGmt(), ((Time) items[8]).millisecond(),
        ((Blob) items[9]).toString(), items[10] == Holder.Color.GREEN, ((Set<Id>) items[11]).contains(queried.Id), byKey.get(new Holder.Key(1)),
        queried.Contacts[0].LastName, refused, request.getEndpoint(), request.getHeader('ACCEPT'), items[15] == Account.SObjectType,
        items[16] == Account.Name, items[17], trouble.getMessage(), trouble.code, items[19] == null
      }, '|');
    }
  }`,
  'HolderTest.cls': `@IsTest private class HolderTest {
    @IsTest static void keepsEverything() {
      List<Object> items = Probe.everything();
      String expected = Probe.describe(items);
      Test.startTest();
      System.enqueueJob(new Holder(items));
      items.clear();
      Test.stopTest();
      Assert.areEqual(expected, Holder.told);
    }
    public class Provider implements System.StubProvider {
      public Object handleMethodCall(Object stub, String name, Type result, List<Type> types, List<String> names, List<Object> args) { return 'of the stub'; }
    }
    @IsTest static void keepsStubsOfATest() {
      Test.startTest();
      System.enqueueJob(new Holder((Speaker) Test.createStub(Speaker.class, new Provider())));
      Test.stopTest();
      Assert.areEqual('of the stub', Holder.told);
    }
    @IsTest static void refusesWhatCannotBeKept() {
      try {
        System.enqueueJob(new Holder(Account.SObjectType.getDescribe()));
        Assert.fail();
      } catch (SerializationException e) {
        Assert.areEqual('Not Serializable: ObjectDescribe', e.getMessage());
      }
    }
  }`,
});
after(() => project.close());

test('a job has everything that it had when it was queued, of that moment', () => {
  assert.deepEqual(project.mistakes, []);
  const { tests } = project.engine.runTests();
  assert.deepEqual(
    tests.map(({ methodName, message }) => `${methodName}: ${message}`),
    ['keepsEverything: null', 'keepsStubsOfATest: null', 'refusesWhatCannotBeKept: null'],
  );
});

test('one object stays one, circles close, and a long chain does not exhaust the stack', () => {
  project.org.rehearse(project.org.administratorId, (transaction) =>
    withTransaction(transaction, () => {
      const shared = new Map<string, unknown>();
      shared.set('self', shared);
      let chain: unknown[] = [];
      for (let length = 0; length < 20_000; length += 1) chain = [chain];
      const [first, second, links] = restoreObjects(storeObjects([shared, [shared], chain])) as [typeof shared, unknown[], unknown[]];
      assert.equal(first.get('self'), first);
      assert.equal(second[0], first);
      let length = 0;
      for (let link = links; link.length > 0; link = link[0] as unknown[]) length += 1;
      assert.equal(length, 20_000);
    }),
  );
});
