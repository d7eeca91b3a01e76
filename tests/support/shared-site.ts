import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startSite } from './site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a site that all files of a project read: the shipped pack, invented people, the pseudo-locales. */
    site: string;
    /** Its routes, `GET /conditions/:slug`. */
    routes: string[];
  }
}

/** Builds what is stale and starts the site that the walkers and journeys visit. They change nothing on it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = join(import.meta.dirname, '../..');
  execFileSync(process.execPath, ['scripts/build.ts', '--if-stale', '--quiet'], { cwd: root, stdio: 'inherit' });
  const site = await startSite({ demo: true });
  project.provide('site', site.url);
  project.provide('routes', site.routes);
  return site.close;
}
