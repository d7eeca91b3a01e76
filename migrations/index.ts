import type { Migration } from 'kysely/migration';
import * as knowledge from './0001_knowledge.ts';
import * as answers from './0002_answers.ts';
import * as search from './0003_search.ts';
import * as people from './0004_people.ts';
import * as experiencesByQuestion from './0005_experiences_by_question.ts';
import * as axisRules from './0006_axis_rules.ts';
import * as searchWords from './0009_search_words.ts';
import * as mentions from './0007_mentions.ts';
import * as vocabularies from './0008_vocabularies.ts';
import * as accounts from './0010_accounts.ts';
import * as membership from './0011_membership.ts';
import * as releases from './0012_releases.ts';
import * as joining from './0014_joining.ts';
import * as rights from './0015_rights.ts';
import * as mapPictures from './0016_map_pictures.ts';
import * as reviews from './0017_reviews.ts';
import * as suggestions from './0018_suggestions.ts';
import * as editing from './0021_editing.ts';
import * as packFiles from './0022_pack_files.ts';
import * as groupMaps from './0025_group_maps.ts';
import * as reviewDigests from './0026_review_digests.ts';
import * as translations from './0027_translations.ts';
import * as reviewComments from './0028_review_comments.ts';
import * as sourceEdits from './0030_source_edits.ts';
import * as answerReads from './0029_answer_reads.ts';
import * as newOnTheSite from './0031_new_on_the_site.ts';
import * as evidence from './0032_evidence.ts';
import * as experiencesWriting from './0019_experiences_writing.ts';
import * as moderation from './0020_moderation.ts';

/** In the order in which they run. A migration that has been released never changes. */
export const migrations: Record<string, Migration> = {
  '0001_knowledge': knowledge,
  '0002_answers': answers,
  '0003_search': search,
  '0004_people': people,
  '0005_experiences_by_question': experiencesByQuestion,
  '0006_axis_rules': axisRules,
  '0009_search_words': searchWords,
  '0007_mentions': mentions,
  '0008_vocabularies': vocabularies,
  '0010_accounts': accounts,
  '0011_membership': membership,
  '0012_releases': releases,
  '0014_joining': joining,
  '0015_rights': rights,
  '0016_map_pictures': mapPictures,
  '0017_reviews': reviews,
  '0018_suggestions': suggestions,
  '0021_editing': editing,
  '0022_pack_files': packFiles,
  '0025_group_maps': groupMaps,
  '0026_review_digests': reviewDigests,
  '0027_translations': translations,
  '0028_review_comments': reviewComments,
  '0029_answer_reads': answerReads,
  '0031_new_on_the_site': newOnTheSite,
  '0032_evidence': evidence,
  '0019_experiences_writing': experiencesWriting,
  '0020_moderation': moderation,
  '0030_source_edits': sourceEdits,
};
