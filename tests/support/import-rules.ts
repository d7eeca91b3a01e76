import type { IForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser';

/** Which modules a module may use, each through its front door. A new module is entered here first. */
export const moduleMayUse: Record<string, readonly string[]> = {
  regions: [],
  accounts: [],
  members: ['regions'],
  knowledge: [],
  conditions: ['knowledge'],
  answers: ['knowledge', 'conditions'],
  packs: ['knowledge', 'conditions', 'answers', 'mechanism'],
  experiences: ['conditions', 'members'],
  atlas: ['knowledge', 'conditions', 'members', 'regions'],
  search: ['conditions', 'answers'],
  mechanism: ['knowledge', 'conditions'],
  mentions: ['knowledge', 'conditions', 'answers'],
  vocabularies: ['knowledge', 'conditions'],
  review: ['knowledge', 'conditions', 'answers'],
  suggestions: ['conditions', 'answers'],
  moderation: ['answers'],
  editing: ['knowledge', 'conditions', 'answers', 'packs', 'review', 'suggestions'],
  privacy: ['accounts', 'members', 'conditions', 'experiences', 'atlas', 'regions'],
};

/** They listen to events; nobody waits for them, and nobody imports them. */
const listeners = ['search', 'mentions', 'moderation', 'privacy', 'notifications'];

/** The rules of the domain: `answer.ts`, `claim.ts`, and the roles that are as pure. */
const pureFile = String.raw`^src/modules/[^/]+/([^/.]+(?<!-page)|[^/]+\.(policy|schemas|errors|events))\.ts$`;
const frontDoor = String.raw`^src/modules/[^/]+/index\.ts$`;
const island = String.raw`^src/(.+\.island|ui/(early|islands))\.ts$`;
const sqlPackage = String.raw`^node_modules/(kysely|pg|pg-[^/]+|@electric-sql)/`;
const sqlHome = String.raw`(\.repository|\.tables)\.ts$|^migrations/|^src/platform/(db|jobs|auth|page-cache|events|rate-limit)/`;

/** What a pure file may import: nothing that reads, writes, waits, or differs from one call to the next. */
const pureEnough = [
  pureFile,
  frontDoor,
  // data, drawn or written beforehand
  String.raw`^src/modules/[^/]+/.+\.json$`,
  String.raw`^src/platform/(errors|events|clock|i18n|markdown)/`,
  // who acts: what a policy is about
  String.raw`^src/platform/auth/signed-in\.ts$`,
  String.raw`^node_modules/(zod|diff|syllable|yaml|unified|vfile|(mdast|hast|unist|remark|rehype)[^/]*|@citation-js|@types)/`,
].join('|');

const forbid = (
  name: string,
  from: IForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IForbiddenRuleType => ({
  name,
  severity: 'error',
  from,
  to,
});

/** DESIGN, "The house": who may import what. Each name is the sentence that a violation breaks. */
export const importRules: IForbiddenRuleType[] = [
  forbid('platform knows no module', { path: '^src/platform/' }, { path: '^src/(?!platform/)' }),
  forbid('ui knows no module', { path: '^src/ui/' }, { path: '^src/(modules|app|api|cli)/' }),
  forbid('only cli starts the app', { path: '^(src|migrations)/', pathNot: '^src/(app|cli)/' }, { path: '^src/app/' }),
  forbid('nothing imports the command line', { path: '^src/(?!cli/)' }, { path: '^src/cli/' }),
  forbid(
    'a module is entered by its front door',
    { path: '^src/modules/([^/]+)/' },
    { path: String.raw`^src/modules/[^/]+/(?!index\.ts$)`, pathNot: '^src/modules/$1/' },
  ),
  forbid(
    'listeners are imported by no module',
    { path: '^src/modules/([^/]+)/' },
    {
      path: `^src/modules/(${listeners.join('|')})/`,
      pathNot: '^src/modules/$1/',
    },
  ),
  ...Object.entries(moduleMayUse).map(([name, used]) =>
    forbid(
      `${name} uses only ${used.join(', ') || 'no other module'}`,
      { path: `^src/modules/${name}/` },
      {
        path: '^src/modules/',
        pathNot: `^src/modules/(${[name, ...used].join('|')})/`,
      },
    ),
  ),
  forbid('rules are pure', { path: pureFile, pathNot: frontDoor }, { pathNot: pureEnough }),
  forbid('SQL has its homes', { path: '^src/', pathNot: sqlHome }, { path: sqlPackage }),
  forbid(
    'use cases are handed what they need',
    { path: String.raw`\.usecases\.ts$` },
    {
      path: String.raw`^src/platform/(config|logging)/|^src/platform/mail/smtp|(\.routes|\.views)\.tsx?$`,
    },
  ),
  forbid(
    'only routes know HTTP',
    { path: '^src/modules/', pathNot: String.raw`(\.routes|\.views)\.tsx$` },
    {
      path: '^node_modules/(hono|@hono)/',
      pathNot: '/jsx/',
    },
  ),
  forbid(
    'islands are for the browser',
    { path: island },
    {
      pathNot: String.raw`${island}|^src/ui/[^.]+\.ts$|^src/modules/[^/]+/[^/.]+\.ts$`,
    },
  ),
  forbid('migrations stand alone', { path: '^migrations/' }, { path: '^src/' }),
  // A circle of types alone is gone when the code runs; between modules the table above allows none either.
  forbid('no circles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
  // a file taken as text: the build looks for it
  forbid('every import exists', {}, { couldNotResolve: true, pathNot: String.raw`\.md\?raw$` }),
];
