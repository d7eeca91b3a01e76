import { Command } from 'commander';
import { createApp } from '#app/app.tsx';
import { catchUp, keepReads, subscribe } from '#app/subscriptions.ts';
import type { Parts } from '#app/start.ts';
import { addCheckPack } from './commands/check-pack.ts';
import { addConfig } from './commands/config.ts';
import { addDemo } from './commands/demo.ts';
import { addEraseAgain } from './commands/erase-again.ts';
import { addExport } from './commands/export-pack.ts';
import { addImport } from './commands/import-pack.ts';
import { addMechanism } from './commands/mechanism.ts';
import { addMigrate } from './commands/migrate.ts';
import { addRelease } from './commands/release.ts';
import { addServe } from './commands/serve.ts';
import { addStaff } from './commands/staff.ts';
import { addRebuildQueue } from './commands/rebuild-queue.ts';
import { addVerifyReviews } from './commands/verify-reviews.ts';
import { run } from './run.ts';

const parts: Parts = { subscribe, catchUp, keepReads, createApp };

const program = new Command('cairn')
  .description('An atlas of conditions and of the people who live with them.')
  .helpCommand(false)
  .showHelpAfterError('(`cairn --help` lists the commands.)')
  .exitOverride();

addServe(program, parts);
addDemo(program, parts);
addMigrate(program);
addCheckPack(program);
addImport(program, parts);
addExport(program, parts);
addRelease(program, parts);
addStaff(program, parts);
addEraseAgain(program, parts);
addRebuildQueue(program, parts);
addVerifyReviews(program, parts);
addMechanism(program);
addConfig(program);

// `process.exit` would cut off output that a pipe has not taken yet.
process.exitCode = (await run(() => program.parseAsync())) || process.exitCode;
