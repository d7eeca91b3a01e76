import type { Found, TableEntry } from './register.ts';

const account = (column: string): Found => ({ column, holds: 'account' });
const member = (column: string): Found => ({ column, holds: 'member' });
const email = (column: string): Found => ({ column, holds: 'email' });
const text = (column: string): Found => ({ column, holds: 'a text that names them' });

const link = 'Names the account or the member, which the export as a whole is about.';
const secret = 'A secret that lets somebody in: the export must not become a key.';
const ours = 'A number or mark of ours that says nothing about them.';
const knowledge = { nobody: 'Knowledge from packs and vocabularies.' };
const derived = { nobody: 'Made from published knowledge, to find it faster.' };
const machinery = { nobody: 'How the job queue or the migrations keep themselves.' };

/**
 * THE REGISTER OF PERSONAL DATA: every table of the database, what it holds about a person, how it is found, exported and
 * erased. A table that is not here, or a column that is not, fails `personal-data.test.ts`; what an entry promises is
 * proved by `erasure.test.ts`. In the order in which rows are erased: what points at others comes first.
 */
export const personalData: Record<string, TableEntry> = {
  audit_records: {
    holds: 'What staff did, to whom. The record stays; whom it names is forgotten.',
    exported: [
      {
        name: 'staffActsAboutYou',
        found: account('about_account_id'),
        fields: { at: 'at', actor_role: 'byRole', act: 'act', object: 'object', details: 'details' },
      },
      {
        name: 'yourActsAsStaff',
        found: account('actor_id'),
        fields: { at: 'at', actor_role: 'asRole', act: 'act', object: 'object', details: 'details' },
      },
    ],
    withheld: { id: ours, actor_id: 'Who of the staff it was is theirs to say.', about_account_id: link },
    erased: [
      { found: account('about_account_id'), does: 'cut the link', sets: ['about_account_id'] },
      { found: account('actor_id'), does: 'cut the link', sets: ['actor_id'] },
    ],
    ours: ['actor_role', 'act', 'object', 'details'],
  },
  moderation_texts: {
    holds:
      'What people wrote that moderators dealt with: the text as it was when they decided, and the words of reports and appeals. A year at most.',
    exported: [
      {
        name: 'wordsToModerators',
        found: account('owner_id'),
        fields: { at: 'at', title: 'title', body: 'text' },
      },
    ],
    withheld: {
      act_id: ours,
      owner_id: link,
      about_id: 'Under what others wrote to moderators: who that was is theirs to say.',
    },
    erased: [
      { found: account('owner_id'), does: 'delete' },
      { found: account('about_id'), does: 'delete' },
    ],
  },
  moderation_acts: {
    holds:
      'What was reported, and what moderators decided about whose text. The log stays; whom it names is forgotten.',
    exported: [
      {
        name: 'decisionsAboutYou',
        found: account('author_id'),
        fields: {
          at: 'at',
          kind: 'act',
          item_id: 'object',
          rule: 'rule',
          said: 'reason',
          question_id: 'note',
          until: 'until',
        },
      },
      {
        name: 'yourReports',
        found: account('reporter_id'),
        fields: { at: 'at', item_id: 'object', reason: 'reason', weight: 'weight' },
      },
      {
        name: 'yourModeration',
        found: account('moderator_id'),
        fields: { at: 'at', kind: 'act', item_id: 'object', rule: 'rule', said: 'reason' },
      },
    ],
    withheld: {
      number: ours,
      id: ours,
      item_kind: ours,
      author_id: link,
      reporter_id: link,
      moderator_id: link,
      batch: ours,
      undoes: ours,
      waited_seconds: ours,
      tier: ours,
      language: ours,
    },
    erased: [
      { found: account('author_id'), does: 'cut the link', sets: ['author_id', 'said'] },
      { found: account('reporter_id'), does: 'cut the link', sets: ['reporter_id'] },
      { found: account('moderator_id'), does: 'cut the link', sets: ['moderator_id'] },
    ],
    ours: ['reason', 'rule', 'said', 'question_id', 'language'],
  },
  moderation_cases: {
    holds: 'The queue of moderators: it names who of them has a case on the screen.',
    exported: [],
    withheld: { '*': 'Made from the log of moderation.' },
    erased: [{ found: account('holder_id'), does: 'cut the link', sets: ['holder_id', 'held_until'] }],
    ours: ['item_kind', 'standing'],
  },
  reviewers: {
    holds:
      'The public profile under which a clinician signs texts. It stays, as a signature is worth nothing without a name; reviewers agree to that when they begin.',
    exported: [
      {
        name: 'reviewerProfiles',
        found: account('account_id'),
        fields: {
          name: 'name',
          credential: 'credential',
          registration: 'registration',
          registration_body: 'register',
          verified_on: 'verifiedOn',
          verified_how: 'verifiedHow',
          interests: 'interests',
          interests_confirmed_on: 'interestsConfirmedOn',
          languages: 'languages',
          active: 'active',
          created_at: 'createdAt',
        },
      },
    ],
    withheld: {
      id: ours,
      slug: 'The address of the public page, made of the name.',
      account_id: link,
      fictional: ours,
    },
    erased: [{ found: account('account_id'), does: 'cut the link', sets: ['account_id'] }],
    ours: ['slug', 'name', 'credential', 'registration', 'registration_body', 'verified_how', 'interests'],
  },
  review_comments_done: {
    holds: 'Who of the staff marked a comment on a text as done.',
    exported: [
      {
        name: 'commentsDone',
        found: account('account_id'),
        fields: { comment_id: 'id', name: 'shownName', done_at: 'at' },
      },
    ],
    withheld: { account_id: link },
    erased: [{ found: account('account_id'), does: 'cut the link', sets: ['account_id', 'name'] }],
  },
  review_comments: {
    holds:
      'What reviewers, editors and stewards say to each other about a passage of a text. The words are about the text, and go a year after they were done; whose they are is forgotten.',
    exported: [
      {
        name: 'commentsOnTexts',
        found: account('account_id'),
        fields: {
          condition_id: { as: 'condition', named: 'condition' },
          revision_id: 'version',
          passage: 'passage',
          text: 'text',
          author_name: 'shownName',
          created_at: 'at',
        },
      },
    ],
    withheld: { id: ours, answer_id: ours, field: ours, account_id: link, author_role: ours },
    erased: [{ found: account('account_id'), does: 'cut the link', sets: ['account_id', 'author_name'] }],
    ours: ['passage', 'text'],
  },
  revision_authors: {
    holds: 'Who of the staff wrote which version of a text, so that nobody signs their own.',
    exported: [
      {
        name: 'textsWritten',
        found: account('account_id'),
        fields: { condition_id: { as: 'condition', named: 'condition' }, revision_id: 'version' },
      },
    ],
    withheld: { account_id: link },
    erased: [{ found: account('account_id'), does: 'delete' }],
  },
  proposals: {
    holds:
      'Texts that somebody of the staff writes or has handed in. What was published is a version of the text, which stays.',
    exported: [
      {
        name: 'proposals',
        found: account('author_id'),
        fields: {
          id: 'id',
          condition_id: { as: 'condition', named: 'condition' },
          state: 'state',
          short: 'shortAnswer',
          body: 'text',
          claims: 'numbers',
          sources: 'sources',
          translation: 'translation',
          why: 'why',
          author_name: 'shownName',
          changed_at: 'changedAt',
        },
      },
    ],
    withheld: {
      author_id: link,
      answer_id: ours,
      base_revision_id: ours,
      suggestion_id: ours,
      revision_id: ours,
      claims_before: ours,
      version: ours,
      written_in: ours,
      created_at: ours,
    },
    erased: [{ found: account('author_id'), does: 'delete' }],
  },
  mails: {
    holds: 'Mails that wait to be sent, or were sent a short while ago.',
    exported: [
      {
        name: 'mails',
        found: email('recipient'),
        fields: { subject: 'subject', language: 'language', created_at: 'writtenAt', sent_at: 'sentAt' },
      },
    ],
    withheld: { id: ours, account_id: link, recipient: link, body: 'Holds links that let somebody in.' },
    erased: [
      { found: account('account_id'), does: 'delete' },
      { found: email('recipient'), does: 'delete' },
    ],
  },
  verifications: {
    holds:
      'Links and codes that were sent and not used yet: an hour old at most, and 14 days after a change of address.',
    exported: [],
    withheld: {
      id: ours,
      identifier: secret,
      value: secret,
      expires_at: ours,
      created_at: ours,
      updated_at: ours,
    },
    erased: [
      { found: text('identifier'), does: 'delete' },
      { found: text('value'), does: 'delete' },
    ],
  },
  experience_reactions: {
    holds: 'To whom somebody said thank you, and in what they recognised themselves.',
    exported: [
      {
        name: 'reactions',
        found: member('member_id'),
        fields: {
          condition_id: { as: 'condition', named: 'condition' },
          experience_id: 'experience',
          kind: 'kind',
        },
      },
    ],
    withheld: { member_id: link },
    erased: [{ found: member('member_id'), does: 'delete' }],
  },
  experience_revisions: {
    holds: 'Every text that an experience or a reply had, for its author and for moderators.',
    exported: [
      {
        name: 'experienceVersions',
        found: member('author_id'),
        fields: {
          condition_id: { as: 'condition', named: 'condition' },
          item_id: 'id',
          version: 'version',
          title: 'title',
          body: 'text',
          made_at: 'publishedAt',
        },
      },
    ],
    withheld: { author_id: link },
    erased: [{ found: member('author_id'), does: 'delete' }],
  },
  experience_replies: {
    holds: 'What members answered to an experience.',
    exported: [
      {
        name: 'replies',
        found: member('author_id'),
        fields: {
          id: 'id',
          condition_id: { as: 'condition', named: 'condition' },
          experience_id: 'experience',
          language: 'language',
          body: 'text',
          author_name: 'shownName',
          state: 'state',
          standing: 'standing',
          published_at: 'publishedAt',
          changed_at: 'changedAt',
        },
      },
    ],
    withheld: { author_id: link, demo: ours, version: ours },
    erased: [{ found: member('author_id'), does: 'as they chose', sets: ['author_id', 'author_name'] }],
  },
  experience_drafts: {
    holds: 'What somebody is writing and has not published.',
    exported: [
      {
        name: 'drafts',
        found: member('author_id'),
        fields: {
          id: 'id',
          condition_id: { as: 'condition', named: 'condition' },
          question_id: 'question',
          content: 'content',
          changed_at: 'changedAt',
        },
      },
    ],
    withheld: { author_id: link, version: ours },
    erased: [{ found: member('author_id'), does: 'delete' }],
  },
  experiences: {
    holds: 'What members wrote and made public, or took back again.',
    exported: [
      {
        name: 'experiences',
        found: member('author_id'),
        fields: {
          id: 'id',
          condition_id: { as: 'condition', named: 'condition' },
          question_id: 'question',
          language: 'language',
          title: 'title',
          body: 'text',
          author_name: 'shownName',
          role: 'role',
          relation: 'relation',
          of_age_in: 'ofAgeIn',
          years_since: 'yearsSince',
          content_notes: 'contentNotes',
          audience: 'audience',
          state: 'state',
          standing: 'standing',
          published_at: 'publishedAt',
          changed_at: 'changedAt',
        },
      },
    ],
    withheld: { author_id: link, demo: ours, version: ours, helpful: 'How others felt about it: theirs to say.' },
    erased: [{ found: member('author_id'), does: 'as they chose', sets: ['author_id', 'author_name'] }],
  },
  memberships: {
    holds: 'To which conditions somebody belongs, and how.',
    exported: [
      {
        name: 'memberships',
        found: member('member_id'),
        fields: {
          condition_id: { as: 'condition', named: 'condition' },
          role: 'role',
          state: 'state',
          first_symptoms_year: 'firstSymptomsYear',
          diagnosis_year: 'diagnosisYear',
          listed: 'listed',
          since: 'since',
        },
      },
    ],
    withheld: { member_id: link },
    erased: [{ found: member('member_id'), does: 'delete' }],
  },
  members: {
    holds: 'What somebody says about themselves.',
    exported: [
      {
        name: 'profile',
        single: true,
        found: account('account_id'),
        fields: {
          joined_at: 'joinedAt',
          display_name: 'displayName',
          region: 'region',
          birth_year: 'birthYear',
          role: 'role',
          shows_country: 'showsCountry',
          joined: 'joined',
          leaving_on: 'leavingOn',
          leaving_keeps_experiences: 'leavingKeepsExperiences',
        },
      },
    ],
    withheld: {
      id: link,
      account_id: link,
      demo: ours,
      recount: ours,
      counted_region: 'What they had said when people were last counted: the region, or the one before it.',
      counted_conditions: 'What they had said when people were last counted: the conditions, or those before.',
    },
    erased: [{ found: account('account_id'), does: 'delete' }],
  },
  joinings: {
    holds: 'What somebody has said who is still joining.',
    exported: [
      {
        name: 'joining',
        single: true,
        found: account('account_id'),
        fields: { draft: 'answers', changed_at: 'changedAt' },
      },
    ],
    withheld: { account_id: link },
    erased: [{ found: account('account_id'), does: 'delete' }],
  },
  consents: {
    holds: 'What somebody agreed to: when, and in which words.',
    exported: [
      {
        name: 'consents',
        found: account('account_id'),
        fields: {
          kind: 'kind',
          version: 'version',
          language: 'language',
          wording: 'wording',
          agreed_at: 'agreedAt',
          withdrawn_at: 'withdrawnAt',
        },
      },
    ],
    withheld: { id: ours, account_id: link },
    erased: [{ found: account('account_id'), does: 'delete' }],
  },
  staff_roles: {
    holds: 'Who may do what for the organisation, and who said so.',
    exported: [{ name: 'staffRoles', found: account('account_id'), fields: { role: 'role', granted_at: 'grantedAt' } }],
    withheld: { account_id: link, granted_by: 'Who of the staff it was is theirs to say.' },
    erased: [
      { found: account('account_id'), does: 'delete' },
      { found: account('granted_by'), does: 'cut the link', sets: ['granted_by'] },
    ],
  },
  two_factors: {
    holds: 'The second factor with which staff sign in.',
    exported: [{ name: 'secondFactors', found: account('account_id'), fields: { verified: 'inUse' } }],
    withheld: {
      id: ours,
      account_id: link,
      secret,
      backup_codes: secret,
      used_step: ours,
      created_at: ours,
    },
    erased: [{ found: account('account_id'), does: 'delete' }],
  },
  passkeys: {
    holds: 'Devices with which somebody signs in.',
    exported: [
      {
        name: 'passkeys',
        found: account('account_id'),
        fields: { name: 'name', device_type: 'kind', backed_up: 'backedUp', created_at: 'addedAt' },
      },
    ],
    withheld: {
      id: ours,
      account_id: link,
      public_key: secret,
      credential_id: secret,
      counter: ours,
      transports: ours,
      aaguid: ours,
    },
    erased: [{ found: account('account_id'), does: 'delete' }],
  },
  credentials: {
    holds: 'The password, as a hash, of those who chose to have one.',
    exported: [
      {
        name: 'passwords',
        found: account('account_id'),
        fields: { provider: 'kind', created_at: 'setAt', updated_at: 'changedAt' },
      },
    ],
    withheld: {
      id: ours,
      account_id: link,
      provider_account: link,
      password: secret,
      access_token: secret,
      refresh_token: secret,
      id_token: secret,
      access_token_expires_at: ours,
      refresh_token_expires_at: ours,
      scope: ours,
    },
    erased: [
      { found: account('account_id'), does: 'delete' },
      { found: text('provider_account'), does: 'delete' },
    ],
  },
  sessions: {
    holds: 'Where somebody is signed in.',
    exported: [
      {
        name: 'sessions',
        found: account('account_id'),
        fields: { user_agent: 'browser', created_at: 'begunAt', updated_at: 'usedAt', expires_at: 'endsAt' },
      },
    ],
    withheld: {
      id: ours,
      account_id: link,
      token: secret,
      second_factor_at: ours,
      ip_address: 'Always empty: a check refuses anything else.',
    },
    erased: [{ found: account('account_id'), does: 'delete' }],
  },
  rate_limits: {
    holds: 'How often something was asked for lately; keys are made from accounts and addresses.',
    exported: [],
    withheld: { key: ours, used: ours, since: ours, until: ours },
    erased: [{ found: { column: 'key', holds: 'the key of a limit' }, does: 'delete' }],
  },
  read_budgets: {
    holds: 'How many different things an account read today, not which; gone the day after.',
    exported: [],
    withheld: {
      day: ours,
      reader: ours,
      seen: 'Cannot be read back: bits at places that a salt of the day decides.',
      passed: ours,
    },
    erased: [{ found: { column: 'reader', holds: 'today’s key of a reader' }, does: 'delete' }],
  },
  accounts: {
    holds: 'The mail address with which somebody signs in.',
    exported: [
      {
        name: 'account',
        single: true,
        found: account('id'),
        fields: {
          email: 'email',
          email_verified: 'emailVerified',
          name: 'name',
          language: 'language',
          two_factor_enabled: 'secondFactor',
          created_at: 'createdAt',
          updated_at: 'changedAt',
        },
      },
    ],
    withheld: { id: link, image: 'Always empty: no pictures are kept.', demo: ours },
    erased: [{ found: account('id'), does: 'delete' }],
  },
  'pgboss.job': {
    holds: 'Work in the background, waiting or done. It names ids at most.',
    exported: [],
    withheld: { '*': 'Repeats what the other tables say.' },
    erased: [
      { found: text('data'), does: 'delete' },
      { found: text('output'), does: 'delete' },
      { found: text('singleton_key'), does: 'delete' },
      { found: text('group_id'), does: 'delete' },
    ],
  },
  'pgboss.warning': {
    holds: 'What the job queue warned of; it may quote a job.',
    exported: [],
    withheld: { '*': 'Repeats what the other tables say.' },
    erased: [
      { found: text('data'), does: 'delete' },
      { found: text('message'), does: 'delete' },
    ],
  },

  experience_notes: {
    nobody: 'What moderators set beside a text: a link to the reviewed answer, and a sentence of theirs.',
  },
  erased_accounts: {
    nobody:
      'Hashes of erased accounts, each with its own random salt, so that a restored backup can be made to forget them again. Kept as long as backups are.',
  },
  read_salts: { nobody: 'A random text for each day.' },
  people_cells: { nobody: 'How many people there are of each condition in each region: exact, but of nobody.' },
  people_counted: { nobody: 'By which forms of conditions people were counted.' },
  people_gone: {
    nobody:
      'Regions and conditions to take off the counts for somebody who is gone, without who it was, until the next release.',
  },
  releases: { nobody: 'When counts were released.' },
  told_counts: { nobody: 'Counts that the release let out: of no group that could be too small.' },
  held_counts: { nobody: 'How many people parts of a release stood for: exact, but of nobody.' },
  map_pictures: { nobody: 'Pictures of maps, drawn from counts that the release function let out.' },
  review_digests: {
    nobody: 'How often a reviewer, under their public profile, is told by mail what waits; goes when the profile goes.',
  },
  reviewer_wishes: {
    nobody: 'Topics of a reviewer, under their public profile, and how much they take on; goes when the profile goes.',
  },
  review_acts: { nobody: 'What was done under a reviewer’s public profile, which is in the table of reviewers.' },
  suggestions: {
    nobody:
      'What readers would have put right in a text: nobody is asked who they are. Closed ones go after half a year.',
  },
  site_revisions: {
    nobody: 'How a text that was written on the site came before readers.',
    harmless: { note: 'What changed, as it is published with the text; not an account.' },
  },
  revision_translations: {
    nobody: 'Whether a machine or a person translated a text, and from which version: not who.',
  },
  answer_reads: { nobody: 'How often each text is read in a week: numbers, and nothing about who.' },
  claim_edits: knowledge,
  source_edits: knowledge,
  knowledge_changes: { nobody: 'How often numbers and sources changed.' },
  review_standings: { nobody: 'Made from the acts of reviewers.' },
  revisions: {
    nobody: 'Published texts.',
    harmless: { author: 'As the text itself is signed, by a pack; not an account.' },
  },
  answers: knowledge,
  axes: knowledge,
  claims: knowledge,
  condition_codes: knowledge,
  condition_groups: knowledge,
  condition_names: knowledge,
  conditions: knowledge,
  disease_symptoms: knowledge,
  former_slugs: knowledge,
  glossary_terms: knowledge,
  look_alike_features: knowledge,
  look_alikes: knowledge,
  pack_files: knowledge,
  packs: knowledge,
  questions: knowledge,
  sources: knowledge,
  vocabulary_parents: knowledge,
  vocabulary_parts: knowledge,
  vocabulary_statements: knowledge,
  vocabulary_terms: knowledge,
  mentions: derived,
  mentions_filled: derived,
  search_answers: derived,
  search_names: derived,
  search_state: derived,
  search_words: derived,
  kysely_migration: machinery,
  kysely_migration_lock: machinery,
  'pgboss.bam': machinery,
  'pgboss.instance': machinery,
  'pgboss.job_dependency': machinery,
  'pgboss.queue': machinery,
  'pgboss.queue_stats': machinery,
  'pgboss.schedule': machinery,
  'pgboss.subscription': machinery,
  'pgboss.version': machinery,
};
