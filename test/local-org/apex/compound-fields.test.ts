import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

describe('fields made of several others', () => {
  const places = createApexProject({
    'Places.cls': `public class Places {
    public static Address of(Id id) { return [SELECT BillingAddress FROM Account WHERE Id = :id].BillingAddress; }
}`,
    'objects/Shop__c/Shop__c.object-meta.xml':
      '<CustomObject><label>Shop</label><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel></CustomObject>',
    'objects/Shop__c/fields/Place__c.field-meta.xml':
      '<CustomField><fullName>Place__c</fullName><label>Place</label><type>Location</type><scale>4</scale></CustomField>',
    'objects/Shop__c/fields/Far__c.field-meta.xml':
      "<CustomField><fullName>Far__c</fullName><label>Far</label><type>Number</type><precision>18</precision><scale>0</scale><formula>DISTANCE(Place__c, GEOLOCATION(52.5, 13.4), 'km')</formula></CustomField>",
  });
  after(() => places.close());

  it('are read as an address and a location, and written by their parts', () => {
    const script = `Account account = new Account(Name = 'A', BillingCity = 'Berlin', BillingStreet = 'Ring 1', BillingLatitude = 52.5, BillingLongitude = 13.4);
      insert account;
      Address address = Places.of(account.Id);
      System.debug(address.getCity() + ', ' + address.street + ', ' + address.getState());
      insert new Shop__c(Name = 'S', Place__Latitude__s = 48.1372, Place__Longitude__s = 11.5756);
      Location place = [SELECT Place__c FROM Shop__c].Place__c;
      System.debug(place.getDistance(address, 'km').intValue());
      System.debug(JSON.serialize(place));
      Account empty = new Account(Name = 'B'); insert empty;
      System.debug(Places.of(empty.Id));`;
    assert.deepEqual(places.mistakes, []);
    assert.deepEqual(places.run(script), ['Berlin, Ring 1, null', '502', '{"latitude":48.1372,"longitude":11.5756}', 'null']);
  });

  it('tell how far they are, in conditions and orders of queries', () => {
    const script = `insert new List<Shop__c>{
        new Shop__c(Name = 'Munich', Place__Latitude__s = 48.1372, Place__Longitude__s = 11.5756),
        new Shop__c(Name = 'Hamburg', Place__Latitude__s = 53.55, Place__Longitude__s = 10.0),
        new Shop__c(Name = 'nowhere') };
      Decimal latitude = 52.5; Decimal longitude = 13.4;
      for (Shop__c shop : [SELECT Name, Far__c FROM Shop__c WHERE DISTANCE(Place__c, GEOLOCATION(:latitude, :longitude), 'km') < 1000
          ORDER BY DISTANCE(Place__c, GEOLOCATION(:latitude, :longitude), 'km')]) { System.debug(shop.Name + ' ' + shop.Far__c); }
      System.debug([SELECT COUNT() FROM Shop__c WHERE DISTANCE(Place__c, GEOLOCATION(52.5, 13.4), 'mi') > 300]);
      insert new Account(Name = 'B', BillingLatitude = 52.5, BillingLongitude = 13.4);
      System.debug(Database.query('SELECT Name FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(52.4,13.4), \\'km\\') < 20').size());`;
    assert.deepEqual(places.run(script), ['Hamburg 256', 'Munich 502', '1', '1']);
  });
});
