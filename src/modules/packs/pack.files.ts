import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Faults } from './faults.ts';
import { checkLetters } from './check-letters.ts';

/** What belongs to a pack. Everything else that lies in its folder is a fault, so that no text is forgotten by a slip of the name. */
const files = [
  /^(?:pack|questions|axes|glossary|look-alikes)\.yaml$/u,
  /^sources\.json$/u,
  /^conditions\/[^/]+\/condition\.yaml$/u,
  /^conditions\/[^/]+\/answers\/[^/]+\/[^/]+\.md$/u,
];
const folders = /^conditions(?:\/[^/]+(?:\/answers(?:\/[^/]+)?)?)?$/u;
/** Read by people or by git, not by Cairn. */
const companions =
  /^(?:README\.md|CHANGELOG\.md|CONTRIBUTING\.md|LICENSE(?:\.md|\.txt)?|\.git|\.github|\.gitignore|\.gitattributes|\.editorconfig)$/u;

const mebibyte = 1024 * 1024;
/** Far above the largest pack that a person could review. */
const limits = { entries: 50_000, markdown: 64 * 1024, other: 8 * mebibyte };

/**
 * Reads the text files of a pack, by their path in it. Follows no symbolic link, reads nothing huge, and takes
 * only UTF-8; what it leaves out is a fault. Undefined if there is no such folder.
 */
export async function readPackFiles(folder: string, faults: Faults): Promise<Map<string, string> | undefined> {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) return undefined;
  const texts = new Map<string, string>();
  const waiting = [''];
  let entries = 0;
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const found = await readdir(join(folder, path), { withFileTypes: true }).catch((error: Error) => error);
    if (found instanceof Error) {
      faults.add(path || '.', { line: 1 }, `This folder cannot be read (${codeOf(found)}).`);
      continue;
    }
    for (const entry of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (++entries > limits.entries) {
        faults.add('.', { line: 1 }, `There are more than ${limits.entries} files here. Split the pack into several.`);
        return texts;
      }
      const below = path ? `${path}/${entry.name}` : entry.name;
      if (companions.test(below)) continue;
      if (entry.isDirectory() && folders.test(below)) waiting.push(below);
      else if (isExpected(entry, below, faults)) await readText(folder, below, texts, faults);
    }
  }
  return texts;
}

function isExpected(entry: Dirent, path: string, faults: Faults): boolean {
  const kind = entry.isDirectory() ? 'folder' : 'file';
  if (entry.isSymbolicLink()) {
    faults.add(path, { line: 1 }, 'This is a symbolic link, which is not followed. Put the file itself here.');
    return false;
  }
  if (kind === 'folder' || !files.some((pattern) => pattern.test(path))) {
    faults.add(
      path,
      { line: 1 },
      `Nothing reads this ${kind}. Remove it, or correct its name or place (see docs/domain/packs.md).`,
    );
    return false;
  }
  if (!entry.isFile()) faults.add(path, { line: 1 }, 'This is not an ordinary file. Put a text file here.');
  return entry.isFile();
}

async function readText(folder: string, path: string, texts: Map<string, string>, faults: Faults): Promise<void> {
  const limit = path.endsWith('.md') ? limits.markdown : limits.other;
  try {
    const { size } = await lstat(join(folder, path));
    if (size > limit) {
      faults.add(
        path,
        { line: 1 },
        `This file has ${Math.ceil(size / 1024)} kB; at most ${limit / 1024} kB are read. Shorten or split it.`,
      );
      return;
    }
    const bytes = await readFile(join(folder, path));
    const text = decode(bytes);
    if (text === undefined) {
      faults.add(path, { line: lineOfBadBytes(bytes) }, 'This line is not UTF-8. Save the file as UTF-8.');
      return;
    }
    checkLetters(path, text, faults);
    texts.set(path, text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n'));
  } catch (error) {
    faults.add(path, { line: 1 }, `This file cannot be read (${codeOf(error)}).`);
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown error';

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lineOfBadBytes(bytes: Uint8Array): number {
  const newline = 0x0a;
  for (let line = 1, start = 0; start <= bytes.length; line++) {
    const end = bytes.indexOf(newline, start);
    if (decode(bytes.subarray(start, end === -1 ? undefined : end)) === undefined) return line;
    if (end === -1) break;
    start = end + 1;
  }
  return 1;
}
