import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from '../apex-project.ts';

const project = createApexProject({});
after(() => project.close());

describe('results of DML as JSON', () => {
  it('are read with their errors and written again', () => {
    const lines = project.run(`
      String errors = '"errors": [{"message": "no", "statusCode": "FIELD_CUSTOM_VALIDATION_EXCEPTION", "fields": []}]';
      Database.LeadConvertResult lead = (Database.LeadConvertResult) JSON.deserialize(
        '{"success": false, "leadId": "00Q000000000001AAA", ' + errors + '}', Database.LeadConvertResult.class);
      System.debug(lead.getErrors()[0].getMessage() + ' ' + JSON.serialize(lead).contains('00Q000000000001AAA'));
    `);
    assert.deepEqual(lines, ['no true']);
  });
});

it('makes a Datetime of milliseconds', () => {
  assert.deepEqual(project.run('System.debug(Datetime.valueOf(1795322596381L).getTime());'), ['1795322596381']);
});
