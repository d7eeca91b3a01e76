import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { alone } from '../../scripts/alone.ts';

/** A browser that starts, and what it needs around it. */
export interface Chromium {
  path: string;
  env: Record<string, string>;
}

const root = join(import.meta.dirname, '../..');
const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

/**
 * The browser the tests drive: `CHROMIUM_PATH`; else the one that came with `npm ci` (Linux on x64; the same version
 * everywhere, so it goes before the machine's own); else one the machine has.
 */
export async function findChromium(): Promise<Chromium> {
  const given = process.env.CHROMIUM_PATH;
  if (given) return starts({ path: given, env: {} }) ?? refuse(`CHROMIUM_PATH is ${given}, which does not start.`);
  const bundled = process.platform === 'linux' && process.arch === 'x64' ? await unpack() : undefined;
  return (
    bundled ??
    system
      .filter(existsSync)
      .map((path) => starts({ path, env: {} }))
      .find(Boolean) ??
    refuse('No Chromium that starts was found.')
  );
}

function refuse(reason: string): never {
  throw new Error(
    `${reason} The tests need one: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chromium or Chrome.`,
  );
}

const starts = (chromium: Chromium): Chromium | undefined =>
  spawnSync(chromium.path, ['--version'], { env: { ...process.env, ...chromium.env }, timeout: 20_000 }).status === 0
    ? chromium
    : undefined;

/** Unpacks the browser of `@sparticuz/chromium` once a version, into a folder of the project's own. */
async function unpack(): Promise<Chromium | undefined> {
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
  const { version } = JSON.parse(readFileSync(join(packed, '../package.json'), 'utf8')) as { version: string };
  const folder = join(root, '.cache', `chromium-${version}`);
  mkdirSync(dirname(folder), { recursive: true });
  if (!existsSync(folder)) await alone(`${folder}.lock`, () => unpackInto(folder, packed));
  const path = join(folder, 'chromium');
  const fonts: Chromium['env'] = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  // Its own copies of nss and its like, where the machine has none.
  const libraries = {
    LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  };
  return starts({ path, env: fonts }) ?? starts({ path, env: { ...fonts, ...libraries } });
}

async function unpackInto(folder: string, packed: string): Promise<void> {
  if (existsSync(folder)) return;
  const aside = mkdtempSync(`${folder}-`);
  const usual = process.env.TMPDIR;
  try {
    // The package unpacks into the folder for temporary files, and trusts whatever it finds there.
    process.env.TMPDIR = aside;
    const { default: sparticuz, inflate } = await import('@sparticuz/chromium');
    await sparticuz.executablePath(packed);
    await inflate(join(packed, 'al2023.tar.br'));
    writeFileSync(join(aside, 'fonts.conf'), fontsConfig(join(folder, 'fonts')));
    for (const each of [aside, join(aside, 'chromium')]) chmodSync(each, 0o755);
    renameSync(aside, folder);
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
    rmSync(aside, { recursive: true, force: true });
  }
}

const fontsConfig = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder.replaceAll('&', '&amp;')}</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;
