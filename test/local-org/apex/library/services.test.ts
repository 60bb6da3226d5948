import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, test } from 'node:test';
import { createApexProject } from '../apex-project.ts';

const project = createApexProject({
  'Rates.cls': `public class Rates implements Cache.CacheBuilder {
    public Object doLoad(String key) { System.debug('loading ' + key); return key.length(); }
  }`,
  'Answer.cls': `public class Answer implements HttpCalloutMock {
    public HttpResponse respond(HttpRequest request) {
      HttpResponse response = new HttpResponse();
      response.setStatusCode(201);
      response.setBody(request.getMethod() + ' ' + request.getEndpoint() + ' ' + request.getHeader('x-key'));
      return response;
    }
  }`,
});
after(() => project.close());

test('the cache loads a missing value once and forgets it on request', () => {
  const said = project.run(`
    Cache.OrgPartition partition = Cache.Org.getPartition('local.Prices');
    System.debug(partition.get(Rates.class, 'gold'));
    System.debug(partition.get(Rates.class, 'gold'));
    partition.put('silver', 7, 60);
    System.debug(partition.getKeys());
    System.debug(partition.remove('gold'));
    System.debug(partition.contains('gold'));
    System.debug(Cache.Session.getPartition('local.Prices').contains('silver'));
  `);
  assert.deepEqual(said, ['loading gold', '4', '4', '{gold, silver}', 'true', 'false', 'false']);
});

test('a cache key is made of letters and digits', () => {
  assert.throws(() => project.run(`Cache.Org.put('not a key', 1);`), /Invalid key: not a key/);
});

test('callouts are answered by the mock and by nothing else', () => {
  const said = project.run(`
    Test.setMock(HttpCalloutMock.class, new Answer());
    HttpRequest request = new HttpRequest();
    request.setMethod('POST');
    request.setEndpoint('callout:Books/x');
    request.setHeader('X-Key', 'secret');
    HttpResponse response = new Http().send(request);
    System.debug(response.getStatusCode() + ' ' + response.getBody());
  `);
  assert.deepEqual(said, ['201 POST callout:Books/x secret']);
  assert.throws(() => project.run('new Http().send(new HttpRequest());'), /The local org makes no callouts/);
});

test('a REST service reads the request that the context has', () => {
  const said = project.run(`
    RestRequest request = new RestRequest();
    request.requestURI = '/services/apexrest/deals/1';
    request.addParameter('size', '5');
    RestContext.request = request;
    RestContext.response = new RestResponse();
    RestContext.response.statusCode = 404;
    System.debug(RestContext.request.params.get('size') + ' ' + RestContext.response.statusCode);
  `);
  assert.deepEqual(said, ['5 404']);
});

test('what is encrypted or signed can be read or verified again, and nothing else can', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  const open = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const said = project.run(`
    Blob key = Crypto.generateAesKey(256);
    Blob secret = Crypto.encryptWithManagedIV('AES256', key, Blob.valueOf('vouch'));
    System.debug(Crypto.decryptWithManagedIV('AES256', key, secret).toString());
    System.debug(EncodingUtil.convertToHex(Crypto.generateDigest('SHA-256', Blob.valueOf('abc'))).left(16));
    Blob data = Blob.valueOf('signed');
    Blob signature = Crypto.sign('RSA-SHA256', data, EncodingUtil.base64Decode('${key}'));
    System.debug(Crypto.verify('RSA-SHA256', data, signature, EncodingUtil.base64Decode('${open}')));
    System.debug(Crypto.verify('RSA-SHA256', Blob.valueOf('other'), signature, EncodingUtil.base64Decode('${open}')));
  `);
  assert.deepEqual(said, ['vouch', 'ba7816bf8f01cfea', 'true', 'false']);
});

test('a map made for lists of contacts may be seen as one for lists of records, not the other way to another object', () => {
  const said = project.run(`
    Object made = new Map<Id, List<Contact>>();
    System.debug(made instanceof Map<Id, List<SObject>>);
    System.debug(made instanceof Map<Id, List<Account>>);
  `);
  assert.deepEqual(said, ['true', 'false']);
});

test('a lookup is readable when a field of its parent was selected, not otherwise', () => {
  const said = project.run(`
    Account parent = new Account(Name = 'Parent');
    insert parent;
    insert new Contact(LastName = 'Child', AccountId = parent.Id);
    System.debug([SELECT Account.Name FROM Contact LIMIT 1].AccountId == parent.Id);
  `);
  assert.deepEqual(said, ['true']);
  assert.throws(
    () => project.run(`insert new Contact(LastName = 'Child'); System.debug([SELECT LastName FROM Contact LIMIT 1].AccountId);`),
    /without querying the requested field: Contact.AccountId/,
  );
});
