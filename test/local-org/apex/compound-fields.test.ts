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
});
