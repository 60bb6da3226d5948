import { ask } from '../../permissionService/__tests__/data/asks';
import { conditionInWords, contactHint, outlookInWords, progressOf, standingInWords } from '../standing';

const NOW = Date.parse('2026-11-21T10:00:00Z');

describe('where an ask stands', () => {
  it.each([
    [{}, 'With Otto Owner, asked yesterday · answer due in 22 hours · needed by Dec 1, 2026'],
    [{ answerDueAt: '2026-11-21T07:00:00Z' }, 'With Otto Owner, asked yesterday · answer was due 3 hours ago · needed by Dec 1, 2026'],
    [{ status: 'Queued' }, 'In line for Otto Owner, submitted yesterday · needed by Dec 1, 2026'],
    [
      { status: 'Queued', queuePosition: 2, expectedAt: '2026-11-23T10:00:00Z', needBy: null },
      'In line for Otto Owner, submitted yesterday · number 2 in line, reaches them in 2 days',
    ],
    [{ status: 'Queued', queuePosition: 2, needBy: null }, 'In line for Otto Owner, submitted yesterday · number 2 in line'],
    [{ status: 'Approved', decidedByName: 'Mia Manager' }, 'Mia Manager said yes yesterday · needed by Dec 1, 2026'],
    [{ status: 'Approved', automatic: true, decidedByName: 'Rita Rep', needBy: null }, 'Your own customer, approved yesterday'],
    [{ status: 'Approved', automatic: true, needBy: null }, 'A standing yes, approved yesterday'],
    [{ status: 'Approved', automatic: true, decidedByName: 'Otto Owner', needBy: null }, 'Otto Owner said yes yesterday'],
    [
      { status: 'Declined', decisionReason: 'Another advocate instead', insteadName: 'ADV-000002' },
      'Otto Owner said not this time, yesterday · ADV-000002 was offered instead',
    ],
    [
      { status: 'Declined', decisionReason: 'Too busy now', decisionNote: 'Ask in spring' },
      'Otto Owner said not this time, yesterday · Reason: Too busy now · Ask in spring',
    ],
    [{ status: 'Completed', tookPlaceOn: '2026-11-19' }, 'Took place on Nov 19, 2026'],
    [{ status: 'Missed' }, 'Logged as not happened yesterday'],
    [{ status: 'Withdrawn' }, 'Ended yesterday'],
    [{ status: 'Expired' }, 'Ended yesterday'],
  ])('%p', (differences, words) => {
    expect(standingInWords(ask(differences), NOW)).toBe(words);
  });

  it('leaves out what Apex left out', () => {
    expect(
      standingInWords(
        { id: 'a03000000000001AAA', name: 'ASK-000001', status: 'Pending', heldBy: 'Otto Owner', since: '2026-11-21T08:00:00Z' },
        NOW,
      ),
    ).toBe('With Otto Owner, asked 2 hours ago');
  });

  it('names the time that a reference was moved to', () => {
    expect(standingInWords(ask({ status: 'Approved', scheduledAt: '2026-12-02T15:00:00Z' }), NOW)).toContain('Planned for Dec 2, 2026');
  });

  it('puts conditions into words, if there are any', () => {
    expect(conditionInWords(ask())).toBeUndefined();
    expect(conditionInWords(ask({ conditionNotBefore: '2026-12-01', conditionNote: 'No pricing' }))).toBe(
      'not before Dec 1, 2026 · No pricing',
    );
  });

  it.each([
    [{ conditionNotBefore: '2026-12-01' }, 'The contact is shown here from Dec 1, 2026.'],
    [{ conditionNotBefore: '2026-11-21', releaseMode: 'On Approval' }, undefined],
    [{ releaseMode: 'Coordinated' }, 'The account owner makes the introduction for this customer: ask them to set it up.'],
    [{ releaseMode: 'After Customer Agrees' }, 'The contact is shown here once the customer has agreed too.'],
    [{ releaseMode: 'Coordinated', canRelease: true }, undefined],
    [{ releaseMode: 'Coordinated', canLog: false }, undefined],
    [{ releaseMode: 'Coordinated', status: 'Pending' }, undefined],
  ])('says why the contact is not shown yet: %p', (differences, words) => {
    expect(contactHint(ask({ status: 'Approved', canLog: true, ...differences }), '2026-11-21')).toBe(words);
  });

  it.each([
    [{ alternateNames: ['Globex'] }, 'if it is a no, Globex is asked next'],
    [
      { alternateNames: ['Globex', 'Initech'], answersWithinHours: 20 },
      'usually answers within a day · if it is a no, Globex is asked next, then Initech',
    ],
    [{ alternateNames: ['Globex'], status: 'Declined' }, undefined],
    [{ answersWithinHours: 20, status: 'Approved' }, undefined],
    [{ status: 'Approved', customerAnswer: 'Agreed' }, 'The customer agreed'],
    [{ status: 'Approved', customerAnswer: 'Not Asked' }, undefined],
    [{}, undefined],
  ])('says what comes next: %p', (differences, words) => {
    expect(outlookInWords(ask(differences))).toBe(words);
  });

  it('shows how far an ask has come, unless it ended early', () => {
    expect(progressOf(ask({ status: 'Approved' })).map(({ name, state }) => [name, state])).toEqual([
      ['asked', 'done'],
      ['approved', 'done'],
      ['tookPlace', 'still to come'],
    ]);
    expect(progressOf(ask({ status: 'Declined' }))).toEqual([]);
  });
});
