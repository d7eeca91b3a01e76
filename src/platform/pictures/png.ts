import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

/** Reads an SVG from its input and writes a PNG to its output. In a process of its own: 60 MB that are given back. */
const program = `
const [engine, wasm, width] = process.argv.slice(1);
const { readFileSync } = await import('node:fs');
const { initWasm, Resvg } = await import(engine);
await initWasm(readFileSync(wasm));
const drawn = new Resvg(readFileSync(0, 'utf8'), { fitTo: { mode: 'width', value: Number(width) } });
process.stdout.write(drawn.render().asPng());
`;

/** Longer than any picture takes, on any machine. */
const patience = 30_000;
/** More than this at once is nobody who shares a page. */
const mostWaiting = 20;

export interface PngMaker {
  /** @throws Error when too many wait already, or the picture cannot be drawn. */
  make(svg: string, width: number): Promise<Buffer>;
}

/** Draws one picture at a time, so that pages are not kept waiting by pictures. */
export function createPngMaker(): PngMaker {
  const { resolve } = createRequire(import.meta.url);
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    make(svg, width) {
      if (waiting >= mostWaiting) return Promise.reject(new Error('Too many pictures are being drawn'));
      waiting++;
      const made = last.then(() =>
        run(svg, [
          resolve('@resvg/resvg-wasm').replace(/index\.js$/u, 'index.mjs'),
          resolve('@resvg/resvg-wasm/index_bg.wasm'),
          `${width}`,
        ]),
      );
      last = made.catch(() => undefined).finally(() => waiting--);
      return made;
    },
  };
}

function run(svg: string, args: string[]): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--max-old-space-size=96', '--input-type=module', '-e', program, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: patience,
    });
    const parts: Buffer[] = [];
    let complaint = '';
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => (complaint += part.toString()));
    child.once('error', fail);
    child.once('close', (code) =>
      code === 0
        ? done(Buffer.concat(parts))
        : fail(new Error(`A picture could not be drawn: ${complaint.slice(0, 500)}`)),
    );
    // a child that ended early takes no more: `close` says why
    child.stdin.on('error', () => undefined);
    child.stdin.end(svg);
  });
}
