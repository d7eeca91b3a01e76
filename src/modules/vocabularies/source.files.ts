import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Line, OpenFile } from './reading.ts';
import { fileCutShort, fileUnreadable } from './vocabulary.errors.ts';

/** No line of any vocabulary is a tenth of this; a file without lines is of another kind, or comes as JSON. */
const longestLine = 16 * 1024 * 1024;

/** Opens a file of a vocabulary, `-` for standard input. Throws `vocabularies.file_unreadable`, `.file_cut_short` while it is read. */
export function openFile(path: string, standardInput: () => Readable, onBytes?: (bytes: number) => void): OpenFile {
  const name = path === '-' ? 'standard input' : basename(path);
  return { name, text: textOf(name, path === '-' ? standardInput : () => createReadStream(path), onBytes) };
}

/** Opens the source when its first piece is asked for: a stream that fails before anyone reads it ends the process. */
async function* textOf(name: string, open: () => Readable, onBytes?: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of unpacked(open(), onBytes)) {
      const text = decoder.decode(bytes, { stream: true });
      if (text) yield text;
    }
    const rest = decoder.decode();
    if (rest) yield rest;
  } catch (error) {
    throw describe(name, error);
  }
}

async function* unpacked(source: Readable, onBytes?: (bytes: number) => void): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let first = Buffer.alloc(0);
  let ended = false;
  while (first.length < 2 && !ended) {
    const next = await chunks.next();
    if (next.done) ended = true;
    else first = Buffer.concat([first, next.value]);
  }
  async function* counted() {
    if (first.length > 0) {
      onBytes?.(first.length);
      yield first;
    }
    for (let next = ended ? undefined : await chunks.next(); next && !next.done; next = await chunks.next()) {
      onBytes?.(next.value.length);
      yield next.value;
    }
  }
  const isGzip = first[0] === 0x1f && first[1] === 0x8b;
  if (!isGzip) yield* counted();
  else {
    const raw = Readable.from(counted());
    const gunzip = createGunzip();
    raw.on('error', (error) => gunzip.destroy(error));
    yield* raw.pipe(gunzip) as AsyncIterable<Buffer>;
  }
}

function describe(name: string, error: unknown): unknown {
  const { code } = error as { code?: string };
  if (code === 'Z_BUF_ERROR') return fileCutShort(name, undefined, error);
  if (code?.startsWith('Z_')) return fileUnreadable(name, 'This is damaged gzip. Fetch the file again.', error);
  if (code === 'ENOENT') return fileUnreadable(name, 'There is no such file. Check the path.', error);
  if (code === 'EISDIR') return fileUnreadable(name, 'This is a folder. Give the files in it.', error);
  if (code === 'EACCES') return fileUnreadable(name, 'This file may not be read by this user.', error);
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return fileUnreadable(name, 'This is not text in UTF-8, so it is a file of another kind, or damaged.', error);
  return error;
}

/** The text as lines. */
export async function* linesOf({ name, text }: OpenFile): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    if (rest.length > longestLine)
      throw fileUnreadable(name, `Line ${number + lines.length + 1} does not end. This is a file of another kind.`);
    for (const line of lines) yield { text: line.endsWith('\r') ? line.slice(0, -1) : line, number: ++number };
  }
  if (rest) yield { text: rest, number: ++number, unfinished: true };
}

/** The first characters of a file, and the file as it was before they were read. */
export async function peek(file: OpenFile, characters = 4096): Promise<{ start: string; file: OpenFile }> {
  const pieces = file.text[Symbol.asyncIterator]();
  const read: string[] = [];
  let length = 0;
  while (length < characters) {
    const next = await pieces.next();
    if (next.done) break;
    read.push(next.value);
    length += next.value.length;
  }
  async function* again() {
    yield* read;
    yield* { [Symbol.asyncIterator]: () => pieces };
  }
  return { start: read.join('').slice(0, characters), file: { name: file.name, text: again() } };
}
