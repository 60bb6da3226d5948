function held(...names: string[]): boolean {
  let answer = false;
  jest.isolateModules(() => {
    for (const name of ['Report', 'Request', 'Decide', 'Steward']) {
      jest.doMock(
        `@salesforce/customPermission/Vouchsafe_${name}`,
        () => ({ __esModule: true, default: names.includes(name) ? true : undefined }),
        { virtual: true },
      );
    }
    answer = (require('c/onlyReports') as { ONLY_REPORTS: boolean }).ONLY_REPORTS;
  });
  return answer;
}

describe('who only reports', () => {
  it('holds the permission to report and no other', () => {
    expect(held('Report')).toBe(true);
    expect(held('Report', 'Request')).toBe(false);
    expect(held('Report', 'Decide')).toBe(false);
    expect(held('Report', 'Steward')).toBe(false);
    expect(held()).toBe(false);
  });
});
