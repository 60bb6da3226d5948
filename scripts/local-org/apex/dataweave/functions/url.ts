import { DataWeaveError } from '../values/failure.ts';
import type { FunctionModule } from './declaration.ts';

function decoded(text: string, decode: (text: string) => string): string {
  try {
    return decode(text);
  } catch (cause) {
    throw new DataWeaveError(`The text "${text}" is not encoded as a URI`, 'ExecutionException', { cause });
  }
}

/** The module `dw::core::URL`, without `compose` and `parseURI`. */
export const url: FunctionModule = {
  name: 'dw::core::URL',
  functions: {
    'decodeURI(text: String)': (text: string) => decoded(text, decodeURI),
    'decodeURIComponent(text: String)': (text: string) => decoded(text, decodeURIComponent),
    'encodeURI(text: String)': encodeURI,
    'encodeURIComponent(text: String)': encodeURIComponent,
  },
};
