import type { Command } from 'commander';
import type { Parts } from '#app/start.ts';
import { readConfig } from '#platform/config/config.ts';
import { serveUntilStopped } from '../serve-until-stopped.ts';

export function addServe(program: Command, parts: Parts): void {
  program
    .command('serve')
    .description('start the site; settings are environment variables, see `cairn config`')
    .action(() => serveUntilStopped(readConfig(), parts));
}
