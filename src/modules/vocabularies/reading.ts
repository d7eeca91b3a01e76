import { longestName } from './vocabulary.ts';

/** A line of text, counted from 1, without its end. */
export interface Line {
  text: string;
  number: number;
  /** The file ended without an end of line after it. */
  unfinished?: boolean;
}

/** A file, opened: its text in pieces, unpacked if it is gzip, whatever its name says. */
export interface OpenFile {
  name: string;
  text: AsyncIterable<string>;
}

/** Why a line, or a part of it, was not taken. */
export interface Reject {
  file: string;
  line: number;
  reason: string;
}

/** What a reader tells besides statements. */
export interface Reading {
  file: string;
  reject(line: number, reason: string): void;
  /** The vocabulary's own version and day, as the file gives them. */
  version(version: string, released?: string): void;
  /** Left out on purpose, by its kind: terms that are obsolete, people's notes. */
  skip(kind: string): void;
}

/** A name that can be shown, or undefined and a reject. Space around and inside it is made one. */
export function nameOf(text: string, line: number, reading: Pick<Reading, 'reject'>): string | undefined {
  if (text.length > longestName) {
    reading.reject(line, `a name of ${text.length.toLocaleString('en')} characters; ${longestName} is the most`);
    return undefined;
  }
  // a zero byte cannot be stored, and no name has a control character
  if (/[\u0000-\u0008\u000B-\u001F\u007F\uFFFD]/u.test(text)) {
    reading.reject(line, 'a name with characters that cannot be shown');
    return undefined;
  }
  return text.replace(/\s+/gu, ' ').trim() || undefined;
}
