import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

type Settings = NonNullable<TestProjectInlineConfiguration['test']>;

const project = (name: string, include: string[], settings: Settings = {}): TestProjectInlineConfiguration => ({
  test: { name, include, ...settings },
});

/** Pages of a real site, built and started once for all files of the project; most of them in a browser. */
const onSite: Settings = { globalSetup: ['tests/support/shared-site.ts'], testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Two cores are enough for all of it; a browser and a site take their share.
    maxWorkers: 2,
    projects: [
      project('unit', ['src/**/*.test.{ts,tsx}', '{migrations,bench,scripts,tests/support}/**/*.test.ts'], {
        globalSetup: ['tests/support/prepared-database.ts'],
        // One after the other in the same worker: loading the code anew for each file took longer than most files do.
        isolate: false,
        hookTimeout: 60_000,
        testTimeout: 30_000,
      }),
      project('architecture', ['tests/architecture.test.ts'], { testTimeout: 60_000 }),
      project('walkers', ['tests/walkers/**/*.test.ts'], onSite),
      project('journeys', ['tests/journeys/**/*.test.ts'], onSite),
    ],
  },
});
