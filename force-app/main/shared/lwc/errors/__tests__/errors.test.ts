import { errorSentence } from 'c/errors';

const UNKNOWN = 'Something went wrong. Try again; if it happens again, tell your Salesforce administrator.';

describe('what an error says to a person', () => {
  it.each([
    ['an Apex error', { body: { message: 'Choose another day.' } }, 'Choose another day.'],
    ['several errors of a wire', { body: [{ message: 'One.' }, { message: 'Two.' }] }, 'One. Two.'],
    [
      'a record error, whose own message says nothing',
      {
        body: { message: 'An error occurred', output: { errors: [{ message: 'Page.' }], fieldErrors: { Name: [{ message: 'Field.' }] } } },
      },
      'Page. Field.',
    ],
    [
      'page and field errors of a DML in Apex',
      { body: { pageErrors: [{ message: 'Page.' }], fieldErrors: { A: [{ message: 'Page.' }] } } },
      'Page.',
    ],
    ['a JavaScript error', new Error('Broken.'), 'Broken.'],
    ['a text', ' Plain. ', 'Plain.'],
    ['a lost connection', new TypeError('Failed to fetch'), 'The server could not be reached. Check your connection and try again.'],
    ['an empty body', { body: {} }, UNKNOWN],
    ['nothing', undefined, UNKNOWN],
    ['a number', 7, UNKNOWN],
  ])('%s', (_name, error, sentence) => {
    expect(errorSentence(error)).toBe(sentence);
  });
});
