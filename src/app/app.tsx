import { Hono, type Context } from 'hono';
import { createAccountRoutes, type AccountServices } from '#modules/accounts/index.ts';
import { createAnswerRepository, createAnswerRoutes, listMechanisms } from '#modules/answers/index.ts';
import {
  CommunityLine,
  CommunityPart,
  createAtlasRepository,
  createMapRoutes,
  createPictureRepository,
  mapPath,
  mapsToFind,
  placesNear,
  regionNotFound,
  shownFrom,
  type MapRoutes,
} from '#modules/atlas/index.ts';
import {
  bodyMapPath,
  comparePath,
  createConditionRepository,
  createConditionRoutes,
  createIndexRepository,
  everyPage,
  namesOf,
  numbersPath,
  pairNotFound,
  titleOfPair,
  type Condition,
} from '#modules/conditions/index.ts';
import { createMechanismRoutes, mechanismPath, type FigureAssets } from '#modules/mechanism/index.ts';
import { sourcePath } from '#modules/knowledge/index.ts';
import { createJoinRoutes, createMeRoutes, createPeopleRoutes, peoplePath } from '#modules/members/index.ts';
import { createMentionRepository, createMentionRoutes } from '#modules/mentions/index.ts';
import {
  createExperienceRepository,
  createExperienceRoutes,
  ExperiencesPart,
  mostCounted,
} from '#modules/experiences/index.ts';
import {
  createLeavingRepository,
  createRecordRoutes,
  createRightsRoutes,
  createSchemaRoutes,
  LeavingNotice,
  readingPassed,
  type RecordServices,
  type RightsServices,
} from '#modules/privacy/index.ts';
import { nameOfRegion, world } from '#modules/regions/index.ts';
import { createReviewRepository } from '#modules/review/index.ts';
import { createSuggestionRepository } from '#modules/suggestions/index.ts';
import { createSearchRepository, createSearchRoutes, fold } from '#modules/search/index.ts';
import {
  besideOf,
  createVocabularyRepository,
  createVocabularyRoutes,
  loadVocabularyData,
} from '#modules/vocabularies/index.ts';
import { createAudit } from '#platform/audit/audit.ts';
import { createAuth } from '#platform/auth/auth.ts';
import { limitSecretOf, secretOf } from '#platform/auth/secret.ts';
import { createSeal } from '#platform/auth/sealed.ts';
import { readSession } from '#platform/auth/session-middleware.ts';
import { createRateLimit } from '#platform/rate-limit/rate-limit.ts';
import { guardSite } from '#platform/http/site-middleware.ts';
import { securityHeaders } from '#platform/http/security-headers.ts';
import type { StaticAssets } from '#platform/http/static-assets.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages, defaultLanguage } from '#platform/i18n/languages.ts';
import { createPngMaker } from '#platform/pictures/png.ts';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import { GalleryPage, wholePages } from '#ui/gallery/gallery.tsx';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { Panel } from '#ui/part/panel.ts';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { assetsOf, editorScriptOf, mapScriptOf, mechanismAssetsOf, passkeyScriptOf, writeScriptOf } from './assets.ts';
import { createErrorHandler, type ShownError } from './http-errors.ts';
import { experienceMeansOf } from './experience-rooms.ts';
import { findMechanism, mechanismBeside, mechanismIn } from './mechanism-figure.tsx';
import { memberMeansOf, readPeopleWith } from './member-rooms.ts';
import { createModerationRoom, moderationActs, noticeOfDecisions } from './moderation-room.tsx';
import { lookAlikesBeside, questionsBeside } from './questions-panel.tsx';
import { reviewsBeside } from './review-beside.ts';
import { createReviewDesk, reviewActs } from './review-desk.ts';
import { hangStaffDoor } from './staff-door.tsx';
import { workOf } from './staff-work.ts';
import { TroublePage } from './pages/error-pages.tsx';
import { HomePage } from './pages/home.tsx';
import { createPlainRoutes } from './pages/plain-pages.routes.tsx';
import { readPolicies, type Policies } from './policies.ts';
import { robotsOf, sitemapIndexOf, sitemapsOf } from './pages/sitemap.ts';
import { eraseWhoIsDue, leavingServicesOf, readLimitsOf, readWithin, type ReadWithin } from './rights.ts';
import type { Services } from './start.ts';

/** The home page shows a dozen; forms below what they are forms of need a few more to choose from. */
const mostOnHome = 60;

/** All repositories over one database. */
function repositoriesOf({ database: { db } }: Pick<Services, 'database'>) {
  return {
    conditions: createConditionRepository(db),
    answers: createAnswerRepository(db),
    atlas: createAtlasRepository(db),
    pictures: createPictureRepository(db),
    experiences: createExperienceRepository(db),
    search: createSearchRepository(db),
    mentions: createMentionRepository(db),
    index: createIndexRepository(db),
    vocabularies: createVocabularyRepository(db),
    reviews: createReviewRepository(db),
    suggestions: createSuggestionRepository(db),
  };
}

/** What signing in needs. Made where pages are made: the command line needs no secret. */
function accountServicesOf({
  config,
  database: { db: database },
  clock,
  mails,
}: Pick<Services, 'config' | 'database' | 'clock' | 'mails'>): AccountServices {
  const secret = secretOf(config);
  return {
    database,
    clock,
    mails,
    audit: createAudit({ clock }),
    auth: createAuth({ ...config, database, clock, secret }),
    seal: createSeal(secret, 'second factors'),
    rateLimit: createRateLimit({ database, clock, secret: limitSecretOf(secret) }),
  };
}

type Repositories = ReturnType<typeof repositoriesOf>;

/** Who lives with a condition and what they wrote: shown on pages of other modules. */
async function peopleBeside(
  condition: Condition,
  questionId: string | undefined,
  { atlas, experiences }: Repositories,
  frame: SiteFrame,
) {
  const { i18n } = frame;
  const [community, newest, total] = await Promise.all([
    atlas.findCount(condition.id),
    experiences.list(condition.id, { questionId, limit: 3 }),
    experiences.countPublic(condition.id, questionId, mostCounted),
  ]);
  const { inSentence } = namesOf(condition, i18n.language);
  const panels: Panel[] = [
    {
      id: 'people',
      title: i18n.t('people.title'),
      people: true,
      content: (
        <div class="flow">
          <CommunityPart community={community} condition={inSentence} slug={condition.slug} frame={frame} />
          <p>
            <WayOn href={i18n.path(peoplePath(condition.slug))}>{i18n.t('meet.go', { condition: inSentence })}</WayOn>
          </p>
        </div>
      ),
    },
    {
      id: 'experiences',
      title: i18n.t('experiences.part'),
      people: true,
      content: (
        <ExperiencesPart
          experiences={newest}
          total={total}
          conditionSlug={condition.slug}
          questionId={questionId}
          i18n={i18n}
        />
      ),
    },
  ];
  return { line: <CommunityLine community={community} frame={frame} />, panels };
}

/** What vocabularies say of a condition: on its page. */
async function vocabulariesBeside(condition: Condition, repositories: Repositories, { i18n }: SiteFrame) {
  const data = await loadVocabularyData({ condition, ...repositories });
  return data ? besideOf(condition, data, i18n) : undefined;
}

/** What a person may ask, and how much one may read about others. */
type Rights = RightsServices & RecordServices & { read: ReadWithin };

/** All pages in one language. */
function createLanguageRoutes(
  frame: SiteFrame,
  repositories: Repositories,
  {
    mechanism,
    passkey: passkeyScript,
    write: writeScript,
    editor: editorScript,
    map,
    policies,
  }: {
    mechanism: FigureAssets;
    passkey: string;
    write: string;
    editor: string;
    map: Pick<MapRoutes, 'script' | 'shownFrom' | 'makePng'>;
    policies: Policies;
  },
  accounts: AccountServices,
  rights: Rights,
  services: Pick<Services, 'config' | 'database' | 'events' | 'clock' | 'mails'>,
): Hono {
  const { conditions, answers, experiences, search, index, vocabularies, mentions, reviews } = repositories;
  const routes = new Hono();
  hangStaffDoor(routes, frame);

  routes.get('/', async (c) => {
    const written = index.listWrittenIds({ language: frame.i18n.language }, mostOnHome);
    const [entries, newest, release] = await Promise.all([
      written.then((ids) => conditions.listByIds(ids)),
      experiences.listNewestOfAll(3),
      repositories.atlas.findRelease('all'),
    ]);
    markCacheable(c, [everyPage]);
    return c.html(
      <HomePage entries={entries} experiences={newest} people={release?.counts.get(world)} frame={frame} />,
    );
  });
  routes.route('/', createPlainRoutes({ frame, shownFrom: map.shownFrom, backupDays: rights.backupDays, policies }));
  if (frame.demo) {
    routes.get('/ui', (c) => c.html(<GalleryPage frame={frame} />));
    for (const name of wholePages) routes.get(`/ui/${name}`, (c) => c.html(<GalleryPage frame={frame} show={name} />));
  }

  routes.route(
    '/',
    createAccountRoutes({
      ...accounts,
      frame,
      passkeyScript,
      acts: { ...reviewActs, ...moderationActs, [readingPassed]: 'alerts.act.reading' },
      after: { back: '/me', first: '/join' },
    }),
  );
  const members = memberMeansOf({ frame, services, accounts, rights, repositories });
  routes.route('/', createJoinRoutes(members));
  routes.route(
    '/',
    createMeRoutes({
      ...members,
      workOf: (signedIn) => workOf(signedIn, frame.i18n),
      async noticeOn(accountId) {
        const leaving = (await createLeavingRepository(members.database).find(accountId))?.leaving;
        return (
          <>
            {leaving && <LeavingNotice leaving={leaving} i18n={frame.i18n} />}
            {await noticeOfDecisions(accountId, members.database, frame.i18n)}
          </>
        );
      },
    }),
  );
  routes.route(
    '/',
    createPeopleRoutes({
      ...members,
      async countOf(condition) {
        const community = await repositories.atlas.findCount(condition.id);
        return (
          <CommunityPart community={community} condition={condition.inSentence} slug={condition.slug} frame={frame} />
        );
      },
      readPeople: readPeopleWith(rights.read),
    }),
  );
  routes.route(
    '/',
    createConditionRoutes({
      frame,
      conditions,
      index,
      beside: async (condition, ancestors) => {
        const [questions, people, data] = await Promise.all([
          questionsBeside(condition, ancestors, answers, frame),
          peopleBeside(condition, undefined, repositories, frame),
          vocabulariesBeside(condition, repositories, frame),
        ]);
        return {
          opening: (
            <>
              {questions.opening}
              {data?.opening}
              {people.line}
            </>
          ),
          description: questions.description ?? data?.description,
          questions: questions.panel,
          data: { before: data?.before ?? [], after: data?.after ?? [] },
          people: people.panels,
        };
      },
      besidePair: async (pair) => {
        const [{ links }, inModel] = await Promise.all([
          lookAlikesBeside(pair, answers, frame),
          mechanismBeside(pair, answers, frame.i18n),
        ]);
        return { links: [...inModel, ...links] };
      },
      besideGroup: (group) => (
        <p>
          <WayOn href={frame.i18n.path(mapPath({ group }))}>{frame.i18n.t('map.of-group')}</WayOn>
        </p>
      ),
    }),
  );
  routes.route(
    '/',
    createAnswerRoutes({
      frame,
      conditions,
      answers,
      beside: (condition, question) => peopleBeside(condition, question.id, repositories, frame),
      ...reviewsBeside(frame, { reviews, answers, clock: accounts.clock }),
      drawMechanism: mechanismIn(mechanism),
    }),
  );

  routes.route(
    '/',
    createMechanismRoutes({
      frame,
      assets: mechanism,
      conditions,
      findFigure: (condition) => findMechanism(condition, answers, frame.i18n),
    }),
  );
  routes.route(
    '/',
    createMapRoutes({
      frame,
      ...map,
      conditions,
      findRelease: repositories.atlas.findRelease,
      pictures: repositories.pictures,
    }),
  );
  routes.route(
    '/',
    createReviewDesk({
      frame,
      accounts,
      events: services.events,
      ...repositories,
      drawMechanism: mechanismIn(mechanism),
      editorScript,
      lookUpUrls: { doi: services.config.doiLookupUrl, pmid: services.config.pmidLookupUrl },
    }),
  );
  routes.route('/', createModerationRoom({ frame, accounts, services }));
  routes.route('/', createMentionRoutes({ frame, mentions, conditions, answers }));
  routes.route('/', createVocabularyRoutes({ frame, vocabularies }));
  routes.route('/', createRightsRoutes({ ...rights, frame }));
  routes.route('/', createRecordRoutes({ ...rights, frame }));
  routes.route(
    '/',
    createExperienceRoutes(
      experienceMeansOf({
        frame,
        services,
        accounts,
        book: members.conditions,
        read: rights.read,
        repositories,
        script: writeScript,
      }),
    ),
  );
  routes.route(
    '/',
    createSearchRoutes({ frame, search, sources: { listConditions: (ids) => conditions.listByIds(ids) } }),
  );
  return routes;
}

/** The site: every page in every language, the files for machines, and what is shown when something goes wrong. */
export function createApp({ config, assets, log, ...services }: Services & { assets: StaticAssets }): Hono {
  const repositories = repositoriesOf(services);
  const languages = createLanguages({ withPseudo: config.pseudoLocales });
  const frames = new Map(
    languages.all.map((language): [string, SiteFrame] => [
      language,
      {
        i18n: createI18n(languages, language),
        assets: assetsOf(assets),
        origin: config.origin,
        siteName: config.siteName,
        operator: config.operator,
        demo: config.mode === 'demo',
        languages: languages.all,
      },
    ]),
  );

  const accounts = accountServicesOf({ ...services, config });

  const rights: Rights = {
    read: readWithin({ ...services, config }),
    limits: readLimitsOf(config),
    ...leavingServicesOf({ ...services, config }),
    listConditions: (ids) => repositories.conditions.listByIds(ids),
    endedCookie: accounts.auth.endedCookie,
    eraseNow: () => eraseWhoIsDue({ ...services, config, log }),
  };

  const app = new Hono({ strict: false });
  guardSite(app, { securityHeaders: securityHeaders(config), origin: config.origin });
  app.use(
    readSession({ ...services, database: services.database.db, auth: accounts.auth, demo: config.mode === 'demo' }),
  );

  app.get('/robots.txt', (c) => {
    markCacheable(c, [everyPage]);
    return c.text(robotsOf(config.origin));
  });
  const xml = { 'content-type': 'application/xml; charset=utf-8' };
  /** Only those that have a number to show. */
  const listMaps = async () => {
    const [everybody, told] = await Promise.all([repositories.atlas.findRelease('all'), repositories.atlas.listTold()]);
    const ids = told.flatMap((scope) => (scope !== 'all' && 'conditionId' in scope ? scope.conditionId : []));
    return mapsToFind(everybody?.counts.keys() ?? [], [
      ...told.flatMap((scope) => (scope !== 'all' && 'groupId' in scope ? { group: { id: scope.groupId } } : [])),
      ...(await repositories.conditions.listByIds(ids)).map((condition) => ({ condition })),
    ]);
  };
  const sitemapPages = async () => {
    const [slugs, answers, withMechanism, withBodyMap, withNumbers, pairs, sources, maps] = await Promise.all([
      repositories.index.listWrittenSlugs(),
      repositories.answers.listAddresses(),
      listMechanisms({ answers: repositories.answers }),
      repositories.conditions.listSlugsWithBodyMap(),
      repositories.conditions.listSlugsWithClaims(),
      repositories.conditions.listPairs(),
      repositories.mentions.listSourceKeys(),
      listMaps(),
    ]);
    const others = [
      ...withMechanism.map(({ slug }) => mechanismPath(slug)),
      ...withBodyMap.map((slug) => bodyMapPath({ slug })),
      ...withNumbers.map(numbersPath),
      ...pairs.map(([one, other]) => comparePath(one, other)),
      ...sources.map(sourcePath),
      ...maps,
    ];
    return sitemapsOf({ origin: config.origin, slugs, answers, others });
  };
  app.route('/', createSchemaRoutes());
  app.get('/sitemap.xml', async (c) => {
    const pages = await sitemapPages();
    markCacheable(c, [everyPage]);
    return c.body(pages.length === 1 ? pages[0]! : sitemapIndexOf(config.origin, pages.length), 200, xml);
  });
  app.get('/sitemap/:number{[0-9]+}', async (c) => {
    const page = (await sitemapPages())[Number(c.req.param('number')) - 1];
    if (!page) return c.notFound();
    markCacheable(c, [everyPage]);
    return c.body(page, 200, xml);
  });

  const own = {
    mechanism: mechanismAssetsOf(assets),
    passkey: passkeyScriptOf(assets),
    write: writeScriptOf(assets),
    editor: editorScriptOf(assets),
    map: {
      script: mapScriptOf(assets),
      shownFrom: shownFrom(config.threshold),
      makePng: createPngMaker().make,
    },
    policies: readPolicies({
      folder: config.policiesDir,
      operatorIn: (language) => config.operator ?? frames.get(language)!.i18n.t('policy.operator'),
    }),
  };
  for (const [language, frame] of frames)
    app.route(
      language === defaultLanguage ? '/' : `/${language}`,
      createLanguageRoutes(frame, repositories, own, accounts, rights, { ...services, config }),
    );

  /** The language of an address, even of one that leads nowhere. */
  const frameOf = (c: Context) => frames.get(c.req.path.split('/')[1] ?? '') ?? frames.get(defaultLanguage)!;

  /** The comparisons that there are of either of two conditions that are not compared with each other. */
  async function suggestPairs(c: Context) {
    const { i18n } = frameOf(c);
    const slugs = c.req.path.split('/').slice(-3);
    const found = await Promise.all(
      [slugs[0], slugs[2]].map(async (slug) => {
        const condition = await repositories.conditions.findBySlug(decodeURIComponent(slug ?? ''));
        const lookAlikes = condition ? await repositories.conditions.listLookAlikes(condition.id) : [];
        return lookAlikes.map(({ other }) => ({
          text: titleOfPair(condition!, other, i18n),
          href: i18n.path(comparePath(condition!.slug, other.slug)),
        }));
      }),
    );
    const links = new Map(found.flat().map((link) => [link.href, link]));
    return [...links.values(), { text: i18n.t('conditions.all'), href: i18n.path('/conditions') }];
  }

  /** Places that somebody may have meant, and the whole map: of the same condition or group, if it was one's. */
  function suggestPlaces(c: Context) {
    const { i18n } = frameOf(c);
    const steps = decodeURIComponent(c.req.path).split('/');
    const after = (word: string) => (steps.includes(word) ? steps[steps.indexOf(word) + 1] : undefined);
    const [slug, id] = [after('conditions'), after('groups')];
    const scope = slug !== undefined ? { condition: { slug } } : id !== undefined ? { group: { id } } : 'all';
    return [
      ...placesNear(steps.at(-1)!, i18n, 5).map((code) => ({
        text: nameOfRegion(code, i18n),
        href: i18n.path(mapPath(scope, code)),
      })),
      { text: i18n.t('map.world-map'), href: i18n.path(mapPath(scope)) },
    ];
  }

  /** Pages that somebody may have meant whose address leads nowhere: its words, looked for among names. */
  async function suggest(c: Context, code: string) {
    const { i18n } = frameOf(c);
    if (code === pairNotFound.code) return suggestPairs(c);
    if (code === regionNotFound.code) return suggestPlaces(c);
    const words = fold(
      decodeURIComponent(c.req.path)
        .split('/')
        .filter((step) => !frames.has(step))
        .join(' '),
    );
    const slug = words
      .replace(/\b(conditions|questions|experiences|history|search)\b/gu, '')
      .trim()
      .replaceAll(' ', '-')
      .slice(0, 60);
    const near = slug ? await repositories.conditions.listNearSlugs(slug, 3) : [];
    return [
      ...near.map((entry) => ({
        text: namesOf(entry, i18n.language).preferred,
        href: i18n.path(`/conditions/${entry.slug}`),
      })),
      { text: i18n.t('conditions.all'), href: i18n.path('/conditions') },
      { text: i18n.t('trouble.home'), href: i18n.path('/') },
    ];
  }

  /** Where an address leads now that a condition once had: the page is the same, and so is what stands after its name. */
  async function movedTo(c: Context): Promise<string | undefined> {
    const [, before, slug, after] = /^((?:\/[^/]+)?\/conditions\/)([^/]+)(.*)$/u.exec(c.req.path) ?? [];
    const now = slug && (await repositories.conditions.findSlugAfter(slug));
    return now ? `${before}${now}${after}${new URL(c.req.url).search}` : undefined;
  }

  const renderError = async (c: Context, error: ShownError) => {
    const moved = error.status === 404 ? await movedTo(c).catch(() => undefined) : undefined;
    if (moved) return c.redirect(moved, 301);
    const suggestions = error.status === 404 ? await suggest(c, error.code).catch(() => []) : [];
    return c.html(<TroublePage error={error} suggestions={suggestions} frame={frameOf(c)} />, error.status as 404);
  };
  app.notFound((c) => renderError(c, { status: 404, code: 'http.404', reference: undefined }));
  app.onError(createErrorHandler({ log, renderError }));
  return app;
}
