import { decidedInWords } from 'c/decisionWording';
import { ask } from '../../permissionService/__tests__/data/asks';

describe('c/decisionWording', () => {
  it.each([
    [{ status: 'Approved' }, 'Approved. Rita Rep can now see the contact, for this deal only.'],
    [{ status: 'Declined' }, 'Declined. Rita Rep has been told, kindly.'],
    [{ status: 'Declined', insteadName: 'ADV-000002' }, 'Rita Rep was told whom you offer instead.'],
  ])('says what an answer led to: %#', (differences, words) => {
    expect(decidedInWords(ask(differences))).toBe(words);
  });
});
