import { z } from 'zod';

/** What the table of `cairn config` needs beyond the description. */
interface SettingNotes {
  example: string;
  /** The default, in words, where it depends on something else. */
  unset?: string;
  secret?: boolean;
}

const note = <T extends z.ZodType>(schema: T, description: string, notes: SettingNotes): T =>
  schema.describe(description).meta({ ...notes });

const wholeNumber = (says: string, min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, says)
    .transform(Number)
    .refine((value) => value >= min && value <= max, says);

const yesOrNo = z
  .enum(['true', 'false', '1', '0'], 'must be true or false')
  .transform((value) => value === 'true' || value === '1');

const databaseUrl = z
  .string()
  .refine(
    (value) => /^postgres(ql)?:$/.test(URL.parse(value)?.protocol ?? ''),
    'must be the address of a PostgreSQL database, such as postgres://user:password@host:5432/cairn',
  );

const origin = z
  .string()
  .refine((value) => {
    const url = URL.parse(value);
    return (
      url !== null &&
      /^https?:$/.test(url.protocol) &&
      url.pathname === '/' &&
      !url.search &&
      !url.hash &&
      !url.username
    );
  }, 'must be the public address without a path, such as https://atlas.example.org')
  .transform((value) => new URL(value).origin);

const mailUrl = z
  .string()
  .refine(
    (value) => /^smtps?:$/.test(URL.parse(value)?.protocol ?? ''),
    'must be the address of a mail server, such as smtps://user:password@mail.example.org',
  );

const lookupUrl = z
  .string()
  .refine(
    (value) => /^https?:$/.test(URL.parse(value)?.protocol ?? '') && /^[^{}]*\{id\}[^{}]*$/.test(value),
    'must be a web address with {id} in it, such as https://doi.org/{id}',
  );

const port = wholeNumber('must be a port: a whole number from 0 to 65535 (0 takes any free port)', 0, 65535);

/** Every setting of Cairn, once. The names are those of the environment variables. */
export const settings = z.object({
  DATABASE_URL: note(
    databaseUrl.optional(),
    'The PostgreSQL database (15 or newer). Without it Cairn uses an embedded database, which is for trying things out and is refused in production.',
    {
      example: 'postgres://cairn:password@localhost:5432/cairn',
      unset: 'the embedded database',
      secret: true,
    },
  ),
  DATA_DIR: note(
    z.string().default('.cairn'),
    'The folder for files that Cairn keeps itself; the embedded database is its subfolder "database".',
    {
      example: '/var/lib/cairn',
    },
  ),
  PORT: note(port.default(3000), 'The port that Cairn listens on.', { example: '8080' }),
  HOST: note(
    z.string().default('127.0.0.1'),
    'The network address that Cairn listens on. 0.0.0.0 is every address of this machine; put a proxy with HTTPS in front of it.',
    {
      example: '0.0.0.0',
    },
  ),
  ORIGIN: note(
    origin.optional(),
    'The public address of this atlas, as people type it. Links, feeds and sign-in depend on it.',
    {
      example: 'https://atlas.example.org',
      unset: 'http://localhost:PORT',
    },
  ),
  SITE_NAME: note(
    z.string().max(60, 'must be at most 60 characters long').default('Cairn'),
    'The name of this atlas, in titles and in the header.',
    {
      example: 'The dystonia atlas',
    },
  ),
  POLICIES_DIR: note(
    z.string().optional(),
    'A folder with your own texts about how you work: editorial-policy.en.md, funding.en.md, advertising.en.md, and the same in other languages. What is not there is shown as it comes with Cairn, and says so (docs/operate/policies).',
    { example: '/etc/cairn/policies', unset: 'the texts that come with Cairn' },
  ),
  OPERATOR: note(
    z.string().max(120, 'must be at most 120 characters long').optional(),
    'The organisation that runs this atlas, named in the footer and in the privacy notice.',
    {
      example: 'Example Dystonia Association',
      unset: 'nobody is named',
    },
  ),
  MINIMUM_AGE: note(
    wholeNumber('must be an age from 13 to 21', 13, 21).default(16),
    'How old somebody must be to join, in years. The law of your country may ask for more than sixteen, or allow less.',
    { example: '18' },
  ),
  ADULT_AGE: note(
    wholeNumber('must be an age from 16 to 21', 16, 21).default(18),
    'When somebody comes of age where you are, in years. Experiences about somebody younger stand without any name, and are looked at again in the year in which they come of age.',
    { example: '19' },
  ),
  HOLD_NEW_MEMBERS_DAYS: note(
    wholeNumber('must be a number of days from 0 to 365', 0, 365).default(0),
    'For how many days after joining what somebody publishes waits for a moderator before others can read it. With 0 nothing waits.',
    { example: '14' },
  ),
  HOLD_FIRST_TEXTS: note(
    wholeNumber('must be a number of texts from 0 to 20', 0, 20).default(0),
    'How many first texts of each author wait for a moderator before others can read them: as many as must have been approved. With 0 nothing waits.',
    { example: '1' },
  ),
  LOG_LEVEL: note(
    z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent').default('info'),
    'How much Cairn writes to its log. With debug, errors on the command line show where they came from.',
    {
      example: 'warn',
    },
  ),
  SECRET: note(
    z.string().min(32, 'must be at least 32 characters long').optional(),
    'A long random text that signs sessions and seals second factors; the same for every process. Whoever changes it signs everybody out, and second factors must be set up again. `openssl rand -base64 32` makes one.',
    {
      example: 'a-long-random-text-of-32-letters-or-more',
      unset: 'required by `cairn serve` in production; elsewhere one is made and kept in DATA_DIR',
      secret: true,
    },
  ),
  MAIL_URL: note(
    mailUrl.optional(),
    'The mail server through which sign-in links and notices are sent. Without it nobody can sign in (the demo shows its mail on a page).',
    { example: 'smtps://user:password@mail.example.org', unset: 'no mail is sent', secret: true },
  ),
  MAIL_FROM: note(
    z.string().max(200, 'must be at most 200 characters long').optional(),
    'The sender of all mail. Its domain should let your mail server send for it (SPF, DKIM).',
    { example: 'Example Dystonia Association <atlas@example.org>', unset: 'no-reply at the host of ORIGIN' },
  ),
  BACKUP_DAYS: note(
    wholeNumber(
      'must be a number of days from 1 to 15: with the fourteen in which people may change their mind, everything about them must be gone within thirty',
      1,
      15,
    ).default(14),
    'After how many days you delete a backup of the database. People who leave are told on which day the last copy of what they said is gone, so delete it by then.',
    { example: '7' },
  ),
  READS_PER_ACCOUNT: note(
    wholeNumber('must be a number from 20 to 100000', 20, 100_000).default(300),
    'How many different people and experiences for members one account may read in a day. Whoever reads more is asked to wait until the next, and stewards are told: it looks like copying.',
    { example: '200' },
  ),
  READS_PER_ADDRESS: note(
    wholeNumber('must be a number from 20 to 1000000', 20, 1_000_000).default(1500),
    'The same for all who read from one address together: a clinic or a library shares one.',
    { example: '1000' },
  ),
  DOI_LOOKUP_URL: note(
    lookupUrl.optional(),
    'Where to ask for the source behind a DOI that an editor pastes, with {id} in the place of the DOI. It answers with CSL-JSON. Only the DOI is sent. Without it no other machine is asked.',
    { example: 'https://doi.org/{id}', unset: 'nothing is looked up' },
  ),
  PMID_LOOKUP_URL: note(lookupUrl.optional(), 'The same for a PubMed number, with {id} in its place.', {
    example: 'https://api.ncbi.nlm.nih.gov/lit/ctxp/v1/pubmed/?format=csl&id={id}',
    unset: 'nothing is looked up',
  }),
  METRICS_TOKEN: note(
    z.string().min(16, 'must be at least 16 characters long').optional(),
    'Lets a monitoring system on another machine read /metrics, with "Authorization: Bearer …". Without it only this machine can.',
    {
      example: 'a-long-random-text',
      unset: 'only this machine can read /metrics',
      secret: true,
    },
  ),
  NODE_ENV: note(
    z.enum(['production', 'development', 'test'], 'must be production, development or test').default('production'),
    'What this process is for. Anything but production is for developers.',
    {
      example: 'development',
    },
  ),
  PSEUDO_LOCALES: note(
    yesOrNo.default(false),
    'Adds two invented languages (accented, and right to left), with which testers see what was never translated.',
    {
      example: 'true',
    },
  ),
  THRESHOLD: note(
    wholeNumber('must be a whole number from 11 to 1000', 11, 1000).default(11),
    'The size of the smallest group in which a published count may place somebody. Counts begin a little above it (docs/domain/privacy-of-counts.md).',
    { example: '20' },
  ),
  RELEASE_SCHEDULE: note(
    z.enum(['monthly', 'quarterly', 'by-hand'], 'must be monthly, quarterly or by-hand').default('monthly'),
    'When counts of people are released. However often that is, a count moves only when enough people have come or gone.',
    { example: 'quarterly' },
  ),
  SHUTDOWN_SECONDS: note(
    wholeNumber('must be a number of seconds from 1 to 300', 1, 300).default(10),
    'How long requests and jobs that are under way may take to finish when Cairn is told to stop.',
    { example: '30' },
  ),
});

export type SettingName = keyof typeof settings.shape;

/** The notes of one setting. */
export function notesOf(name: SettingName): SettingNotes & { description: string } {
  return settings.shape[name].meta() as unknown as SettingNotes & { description: string };
}
