import { csvText } from '../csv';

describe('comma-separated text', () => {
  it('quotes what needs it and ends every row', () => {
    expect(
      csvText([
        ['Deal', 'Amount'],
        ['A "big", one\nof two', { number: '-1.50' }],
      ]),
    ).toBe('Deal,Amount\r\n"A ""big"", one\nof two",-1.50\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('keeps %p from becoming a formula', (text) => {
    expect(csvText([[text]])).toBe(`'${text}\r\n`);
  });
});
