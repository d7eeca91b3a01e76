import type { Migration } from 'kysely/migration';
import * as knowledge from './0001_knowledge.ts';
import * as answers from './0002_answers.ts';
import * as search from './0003_search.ts';
import * as people from './0004_people.ts';
import * as vocabularies from './0008_vocabularies.ts';

/** In the order in which they run. A migration that has been released never changes. */
export const migrations: Record<string, Migration> = {
  '0001_knowledge': knowledge,
  '0002_answers': answers,
  '0003_search': search,
  '0004_people': people,
  '0008_vocabularies': vocabularies,
};
