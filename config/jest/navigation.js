import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** Called with the page reference (and `replace`) of every navigation; clear it between tests. */
export const navigate = jest.fn();
/** Called with the page reference of every link; answers its address. */
export const generateUrl = jest.fn(() => Promise.resolve('https://www.example.com'));

export const CurrentPageReference = createTestWireAdapter(jest.fn());

/** Stands in for `lightning/navigation`: a test imports `navigate` from it to see where a component went. */
export const NavigationMixin = (Base) =>
  class extends Base {
    [Navigate](reference, replace) {
      navigate(reference, replace);
    }

    [GenerateUrl](reference) {
      return generateUrl(reference);
    }
  };
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;
