import type { LineMap } from '../emit/module-writer.ts';
import { installStackReader } from './exception.ts';
import type { ApexFrame } from './exception.ts';

const maps = new Map<string, LineMap>();
const FRAME = /\((apex:[^)]*?):(\d+):\d+\)$|at (apex:.*?):(\d+):\d+$/;
const DEPTH = 60;

/** Makes the lines of a script known, so that stack traces can name Apex lines. */
export function registerLines(scriptName: string, map: LineMap): void {
  maps.set(scriptName, map);
}

/** Forgets the lines of a script that won't run again. */
export function forgetLines(scriptName: string): void {
  maps.delete(scriptName);
}

/** Installs the reader of Apex frames. */
export function installStackTraces(): void {
  Error.stackTraceLimit = Math.max(Error.stackTraceLimit, DEPTH);
  installStackReader((error) => readFrames(error.stack ?? ''));
}

function readFrames(stack: string): ApexFrame[] {
  const frames: ApexFrame[] = [];
  for (const line of stack.split('\n')) {
    const match = FRAME.exec(line);
    const map = match && maps.get(match[1] ?? match[3]);
    const frame = map && frameAt(map, Number(match[2] ?? match[4]) - 1);
    if (frame) {
      frames.push(frame);
    }
  }
  return frames;
}

function frameAt(map: LineMap, scriptLine: number): ApexFrame | undefined {
  const place = map.places[map.placeOfLine[scriptLine] ?? 0];
  for (let line = scriptLine; line >= 0; line -= 1) {
    const apexLine = map.lines[line];
    if (apexLine) {
      return place ? { place, line: apexLine, column: 1 } : undefined;
    }
  }
  return undefined;
}
