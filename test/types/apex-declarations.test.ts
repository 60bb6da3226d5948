import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { declareApex } from '../../scripts/types/apex-declarations.ts';
import { readAuraSurface } from '../../scripts/types/apex-signatures.ts';

const CONTROLLER = `public with sharing class ShopController {
    /** Jobs of a shop. */
    @AuraEnabled(cacheable=true)
    public static List<Job> getJobs(Id shopId, Set<String> states) { return null; }

    @AuraEnabled
    public static void close(Id jobId, Date onDay) {}

    @AuraEnabled
    public static Account owner() { return null; }

    public static Integer hidden() { return 1; }

    public class Job {
        /** The job's number. */
        @AuraEnabled public String name { get; private set; }
        /** The end, or null while it runs. */
        @AuraEnabled public Datetime endedAt;
        @AuraEnabled public Map<String, List<Decimal>> hours;
        public String secret;
    }
}`;

describe('types of Apex methods', () => {
  const { classes, methods } = declareApex([readAuraSurface(CONTROLLER, 'ShopController.cls')]);

  test('a cacheable method can be wired, another can only be called', () => {
    assert.match(
      methods,
      /'@salesforce\/apex\/ShopController\.getJobs'[^}]*CacheableApexMethod<\{ shopId\?: string \| null; states\?: readonly \(string\)\[\] \| null \}, readonly \(Apex\.ShopController_Job\)\[\]>/,
    );
    assert.match(methods, /ImperativeApexMethod<\{ jobId\?: string \| null; onDay\?: string \| null \}, null>/);
  });

  test('a record comes as a record, and a method without parameters takes none', () => {
    assert.match(methods, /ImperativeApexMethod<Record<string, never> \| void, ApexRecord>/);
  });

  test('only what is @AuraEnabled is declared', () => {
    assert.doesNotMatch(methods, /hidden/);
    assert.doesNotMatch(classes, /secret/);
  });

  test('a member that may be null may be absent', () => {
    assert.match(classes, /readonly name: string;/);
    assert.match(classes, /readonly endedAt\?: string \| null;/);
    assert.match(classes, /readonly hours: Readonly<Record<string, readonly \(number\)\[\]>>;/);
  });

  test('source that does not parse is an error that names the file', () => {
    assert.throws(() => readAuraSurface('public class {', 'Broken.cls'), /^Error: Broken\.cls does not parse as Apex/);
  });
});
