import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const compressible = new Set(['.css', '.js', '.json', '.map', '.svg', '.txt', '.webmanifest', '.xml']);
const brotli = (bytes: Buffer) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

/** Writes `x.css.br` and `x.css.gz` beside every file that becomes smaller by it. Fonts and pictures are compressed already. */
export function compressFolder(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!compressible.has(extname(name))) continue;
    const file = join(folder, name);
    const bytes = readFileSync(file);
    const smaller = { br: brotli(bytes), gz: gzipSync(bytes, { level: 9 }) };
    for (const [ending, compressed] of Object.entries(smaller))
      if (compressed.length < bytes.length) writeFileSync(`${file}.${ending}`, compressed);
  }
}
