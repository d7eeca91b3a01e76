import { join, resolve } from 'node:path';
import { notesOf, settings, type SettingName } from './settings.ts';

export type Mode = 'production' | 'development' | 'demo' | 'test';
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';
export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings, read and checked. Only `cli/` reads the environment; everything else is handed this. */
export interface Config {
  readonly mode: Mode;
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Where the embedded database lives. */
  readonly databaseFolder: string;
  readonly port: number;
  readonly host: string;
  /** The public address, without a slash at the end. */
  readonly origin: string;
  readonly siteName: string;
  readonly operator: string | undefined;
  /** How old somebody must be to join, in years. */
  readonly minimumAge: number;
  /** When somebody comes of age, in years. */
  readonly adultAge: number;
  /** For how many days after joining texts wait for a moderator. */
  readonly holdNewMembersDays: number;
  /** How many texts of an author must have been approved before the next is shown at once. */
  readonly holdFirstTexts: number;
  readonly logLevel: LogLevel;
  readonly secret: string | undefined;
  readonly mailUrl: string | undefined;
  readonly mailFrom: string;
  readonly backupDays: number;
  readonly readsPerAccount: number;
  readonly readsPerAddress: number;
  /** Where a DOI is looked up, with `{id}` in its place. */
  readonly doiLookupUrl: string | undefined;
  readonly pmidLookupUrl: string | undefined;
  readonly metricsToken: string | undefined;
  readonly pseudoLocales: boolean;
  readonly shutdownSeconds: number;
  /** The smallest group in which a count may place somebody. */
  readonly policiesDir: string | undefined;
  readonly threshold: number;
  readonly releaseSchedule: 'monthly' | 'quarterly' | 'by-hand';
}

/** Names every problem at once, one line each, so that one look is enough to put them right. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      problems.length === 1
        ? problems[0]!
        : `${problems.length} settings need your attention:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

/** Blank means not set, as in an .env file or a compose file with an empty line. */
const present = (env: Environment) =>
  Object.fromEntries(
    Object.entries(env)
      .filter(([name, value]) => name in settings.shape && value?.trim())
      .map(([name, value]) => [name, value!.trim()]),
  );

/**
 * Reads all settings from the environment.
 * `mode` overrules NODE_ENV (the demo). @throws ConfigError with all problems.
 */
export function readConfig(env: Environment = process.env, options: { mode?: Mode } = {}): Config {
  const read = settings.safeParse(present(env));
  const problems = read.success ? [] : read.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`);
  const mode = options.mode ?? (read.success ? read.data.NODE_ENV : 'production');
  if (mode === 'production' && !env.DATABASE_URL?.trim())
    problems.push(
      'DATABASE_URL must name a PostgreSQL database in production: the embedded database never forces its writes to disk (fsync), so a power cut could lose what people entrusted to you. To try Cairn out, use `cairn demo`, or set NODE_ENV=development.',
    );
  if (!read.success || problems.length > 0) throw new ConfigError(problems);
  const { data } = read;
  const dataDir = resolve(data.DATA_DIR);
  const origin = data.ORIGIN ?? `http://localhost:${data.PORT}`;
  return {
    mode,
    databaseUrl: data.DATABASE_URL,
    dataDir,
    databaseFolder: join(dataDir, 'database'),
    port: data.PORT,
    host: data.HOST,
    origin,
    siteName: data.SITE_NAME,
    operator: data.OPERATOR,
    policiesDir: data.POLICIES_DIR,
    minimumAge: data.MINIMUM_AGE,
    adultAge: data.ADULT_AGE,
    holdNewMembersDays: data.HOLD_NEW_MEMBERS_DAYS,
    holdFirstTexts: data.HOLD_FIRST_TEXTS,
    logLevel: data.LOG_LEVEL,
    secret: data.SECRET,
    mailUrl: data.MAIL_URL,
    mailFrom: data.MAIL_FROM ?? `no-reply@${new URL(origin).hostname}`,
    backupDays: data.BACKUP_DAYS,
    readsPerAccount: data.READS_PER_ACCOUNT,
    readsPerAddress: data.READS_PER_ADDRESS,
    doiLookupUrl: data.DOI_LOOKUP_URL,
    pmidLookupUrl: data.PMID_LOOKUP_URL,
    metricsToken: data.METRICS_TOKEN,
    pseudoLocales: data.PSEUDO_LOCALES,
    shutdownSeconds: data.SHUTDOWN_SECONDS,
    threshold: data.THRESHOLD,
    releaseSchedule: data.RELEASE_SCHEDULE,
  };
}

/** Whether errors should show where they came from, even when the settings themselves cannot be read. */
export const debugging = (env: Environment = process.env): boolean => env.LOG_LEVEL === 'debug';

/** One row of `cairn config`. */
export interface SettingRow {
  name: SettingName;
  meaning: string;
  default: string;
  example: string;
  source: 'default' | 'environment';
  /** As it stands now; secrets are masked. */
  value: string;
  problem?: string;
}

const mask = (value: string) => {
  const url = URL.parse(value);
  return url?.hostname ? `${url.protocol}//${url.username && '•••@'}${url.host}${url.pathname}` : '•••';
};

/** Every setting with its meaning, default and where its value comes from now. Never shows a secret. */
export function describeSettings(env: Environment = process.env): SettingRow[] {
  const given = present(env);
  const names = Object.keys(settings.shape) as SettingName[];
  return names.map((name) => {
    const { description, example, unset, secret } = notesOf(name);
    const fallback = settings.shape[name].safeParse(undefined).data;
    const value = given[name];
    const problem = value === undefined ? undefined : settings.shape[name].safeParse(value).error?.issues[0]?.message;
    const defaultText = unset ?? String(fallback);
    return {
      name,
      meaning: description,
      default: defaultText,
      example,
      source: value === undefined ? 'default' : 'environment',
      value: value === undefined ? defaultText : secret ? mask(value) : value,
      ...(problem && { problem }),
    };
  });
}
