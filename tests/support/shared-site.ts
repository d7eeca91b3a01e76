import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { signInAs } from './sign-in.ts';
import { startSite } from './site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a site that all files of a project read: the shipped pack, invented people, the pseudo-locales. */
    site: string;
    /** Its routes, `GET /conditions/:slug`. */
    routes: string[];
    /** What the browsers of people send who are signed in on that site, for reading. */
    cookies: Record<Role, string>;
  }
}

/** Somebody who is signed in; `resting` has a role that waits for the second factor. */
export type Role = 'member' | 'editor' | 'reviewer' | 'moderator' | 'steward' | 'resting';

/** Builds what is stale and starts the site that the walkers and journeys visit. They change nothing on it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = join(import.meta.dirname, '../..');
  execFileSync(process.execPath, ['scripts/build.ts', '--if-stale', '--quiet'], { cwd: root, stdio: 'inherit' });
  const site = await startSite({ demo: true });
  project.provide('site', site.url);
  project.provide('routes', site.routes);
  project.provide('cookies', {
    member: (await signInAs(site)).headers.cookie,
    editor: (await signInAs(site, { staff: ['editor'] })).headers.cookie,
    reviewer: (await signInAs(site, { staff: ['reviewer'] })).headers.cookie,
    moderator: (await signInAs(site, { staff: ['moderator'] })).headers.cookie,
    steward: (await signInAs(site, { staff: ['steward'] })).headers.cookie,
    resting: (await signInAs(site, { staff: ['steward'], secondFactor: false })).headers.cookie,
  });
  return site.close;
}
