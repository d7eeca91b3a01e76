import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { atExit } from './tidy.ts';

/** Where one atlas lives: its settings, and a folder for what its processes write. */
export interface Place {
  kind: 'embedded' | 'PostgreSQL';
  settings: Record<string, string>;
  folder: string;
  remove(): Promise<void>;
}

/** An empty database of its own: embedded in a temporary folder, or on the server at `url`. */
export async function makePlace(url?: string): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
  const removeFolder = atExit(() => rmSync(folder, { recursive: true, force: true }));
  // Not "development": that writes a log for people, and costs more than the one that operators have.
  const settings = { DATA_DIR: folder, NODE_ENV: 'test' };
  if (url === undefined) return { kind: 'embedded', settings, folder, remove: async () => removeFolder() };
  const name = `cairn_bench_${randomUUID().slice(0, 8)}`;
  const address = new URL(url);
  address.pathname = `/${name}`;
  await run(url, `create database ${name} template template0`);
  return {
    kind: 'PostgreSQL',
    settings: {
      ...settings,
      NODE_ENV: 'production',
      SECRET: 'nobody signs in while we measure',
      DATABASE_URL: address.href,
    },
    folder,
    async remove() {
      await run(url, `drop database if exists ${name} with (force)`);
      removeFolder();
    },
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
