import type { Command } from 'commander';
import { openServices, type Parts } from '#app/start.ts';
import { hashOfText } from '#modules/answers/index.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import { verifyRecord, type RecordFault } from '#modules/review/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { silentLog } from '#platform/logging/log.ts';
import { print, printError } from '../run.ts';

const says: Record<RecordFault['fault'], string> = {
  seal: 'the act, or one before it, was changed, removed or put in',
  fingerprint: 'what was signed is not what the fingerprint was made of',
  text: 'the text in the database is not the one that was signed',
  'revision-hash': 'the text in the database is not the one that was published',
  order: 'this act cannot have followed on those before it',
  standing: 'where the text stands is not what the acts come to',
};

export function addVerifyReviews(program: Command, parts: Parts): void {
  program
    .command('verify-reviews')
    .description(
      'compute the whole record of reviews again; exit code 1 if a single letter was changed behind its back',
    )
    .action(async () => {
      const { services, close } = await openServices(readConfig(), { parts, log: silentLog, work: false });
      try {
        const { db } = services.database;
        const { acts, signatures, faults } = await verifyRecord({ database: db, hashOfText });
        const ids = [...new Set(faults.map(({ key }) => key.conditionId))];
        const slugs = new Map((await createConditionRepository(db).listByIds(ids)).map(({ id, slug }) => [id, slug]));
        for (const { actId, key, fault } of faults)
          printError(
            `${slugs.get(key.conditionId) ?? key.conditionId}, revision ${key.revisionId}${actId === undefined ? '' : `, act ${actId}`}: ${says[fault]}.`,
          );
        const counted = `${acts} ${acts === 1 ? 'act' : 'acts'} and ${signatures} ${signatures === 1 ? 'signature' : 'signatures'} computed again`;
        if (faults.length === 0) print(`The record of reviews is whole: ${counted}.`);
        else {
          printError(`The record of reviews is not whole: ${faults.length} faults; ${counted}.`);
          process.exitCode = 1;
        }
      } finally {
        await close();
      }
    });
}
