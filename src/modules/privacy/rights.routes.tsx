import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { signedInOf, type SignedIn } from '#platform/auth/signed-in.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { exportJsonSchema } from './export.schemas.ts';
import { makeExport, type ExportServices } from './export.usecases.ts';
import { writeExportFile } from './export-file.views.tsx';
import { ExportPage } from './export.views.tsx';
import { isFresh } from './fresh.ts';
import { LeaveNowPage, LeavePage, LeavingPage, LeftPage, StayedPage } from './leave.views.tsx';
import { createLeavingRepository } from './leaving.repository.ts';
import { daysAfter, daysToChangeOnesMind, goneFromBackupsOn } from './leaving.ts';
import { leave, stay, type LeavingServices } from './leaving.usecases.ts';
import {
  exportFilePath,
  exportPath,
  leaveNowPath,
  leavePath,
  leftPath,
  schemaPath,
  stayedPath,
  stayPath,
} from './rights-paths.ts';

export interface RightsServices extends LeavingServices, Pick<ExportServices, 'listConditions'> {
  /** A cookie that ends what a browser has of a session. */
  endedCookie: string;
  /** Erases who is due, now rather than at the next hour. Never fails: what goes wrong is tried again by the clock. */
  eraseNow(): Promise<void>;
}

type Handler = (c: Context, signedIn: SignedIn) => Response | Promise<Response>;

const choice = z.enum(['delete', 'keep']).optional().catch(undefined);

/** What somebody may ask for themselves: everything in a file, and to leave. */
export function createRightsRoutes({ frame, ...services }: RightsServices & { frame: SiteFrame }): Hono {
  const { i18n } = frame;
  const { database, clock, backupDays, site } = services;
  const repository = createLeavingRepository(database);
  const routes = new Hono();

  /** For whoever has signed in, and for nobody's cache; others sign in first and come back to the page. */
  const own =
    (page: string, handle: Handler): ((c: Context) => Promise<Response>) =>
    async (c) => {
      c.header('cache-control', 'private, no-store');
      const signedIn = signedInOf(c);
      if (!signedIn) return c.redirect(`${i18n.path('/sign-in')}?to=${encodeURIComponent(i18n.path(page))}`, 303);
      return handle(c, signedIn);
    };

  const isSure = async ({ sessionId }: SignedIn) => {
    const at = await repository.findSignedInAt(sessionId);
    return at !== undefined && isFresh(at, clock.now());
  };

  const daysFrom = (erased: Date) => ({ erased, goneFromBackups: goneFromBackupsOn(erased, backupDays) });

  routes.get(
    exportPath,
    own(exportPath, async (c, signedIn) =>
      c.html(<ExportPage frame={frame} email={signedIn.email} fresh={await isSure(signedIn)} />),
    ),
  );

  for (const kind of ['json', 'html'] as const)
    routes.get(
      exportFilePath(kind),
      own(exportPath, async (c, signedIn) => {
        if (!(await isSure(signedIn))) return c.redirect(i18n.path(exportPath), 303);
        const { accountId } = signedIn;
        const whole = await makeExport({ accountId, language: i18n.language, site }, services);
        // A name that tells a shared computer's other users nothing.
        c.header('content-disposition', `attachment; filename="my-data-${whole.madeAt.slice(0, 10)}.${kind}"`);
        if (kind === 'html')
          return c.body(streamOf(writeExportFile(whole, i18n)), 200, { 'content-type': 'text/html; charset=utf-8' });
        return c.body(JSON.stringify(whole, null, 1), 200, { 'content-type': 'application/json; charset=utf-8' });
      }),
    );

  routes.get(
    leavePath,
    own(leavePath, async (c, { accountId }) => {
      const leaving = (await repository.find(accountId))?.leaving;
      const experiences = await repository.countExperiences(accountId);
      if (leaving)
        return c.html(
          <LeavingPage frame={frame} days={daysFrom(leaving.on)} leaving={leaving} experiences={experiences} />,
        );
      const days = daysFrom(daysAfter(clock.now(), daysToChangeOnesMind));
      return c.html(<LeavePage frame={frame} days={days} experiences={experiences} />);
    }),
  );

  routes.post(
    leavePath,
    own(leavePath, async (c, { accountId }) => {
      const form = await c.req.parseBody();
      const chosen = choice.parse(form.experiences);
      const experiences = await repository.countExperiences(accountId);
      if (experiences > 0 && chosen === undefined) {
        const days = daysFrom(daysAfter(clock.now(), daysToChangeOnesMind));
        return c.html(<LeavePage frame={frame} days={days} experiences={experiences} missing />, 422);
      }
      if (form.when === 'now') return c.redirect(`${i18n.path(leaveNowPath)}?experiences=${chosen ?? 'delete'}`, 303);
      await leave({ accountId, keepsExperiences: chosen === 'keep', atOnce: false }, services);
      return c.redirect(i18n.path(leavePath), 303);
    }),
  );

  routes.get(
    leaveNowPath,
    own(leavePath, async (c, signedIn) =>
      c.html(
        <LeaveNowPage
          frame={frame}
          keepsExperiences={choice.parse(c.req.query('experiences')) === 'keep'}
          experiences={await repository.countExperiences(signedIn.accountId)}
          email={signedIn.email}
          fresh={await isSure(signedIn)}
        />,
      ),
    ),
  );

  routes.post(leaveNowPath, async (c) => {
    // Pressed twice: the first press has signed them out already.
    if (!signedInOf(c)) return c.redirect(i18n.path(leftPath), 303);
    return own(leavePath, async (_, signedIn) => {
      const chosen = choice.parse((await c.req.parseBody()).experiences);
      if (!(await isSure(signedIn)) || chosen === undefined) return c.redirect(i18n.path(leavePath), 303);
      await leave({ accountId: signedIn.accountId, keepsExperiences: chosen === 'keep', atOnce: true }, services);
      await services.eraseNow();
      c.header('set-cookie', services.endedCookie, { append: true });
      // What the browser has kept of pages in this session goes with it.
      c.header('clear-site-data', '"cache"');
      return c.redirect(i18n.path(leftPath), 303);
    })(c);
  });

  routes.post(
    stayPath,
    own('/me', async (c, { accountId }) => {
      await stay({ accountId }, services);
      return c.redirect(i18n.path(stayedPath), 303);
    }),
  );

  routes.get(
    stayedPath,
    own('/me', (c) => c.html(<StayedPage frame={frame} />)),
  );

  routes.get(leftPath, (c) => c.html(<LeftPage frame={frame} />));
  return routes;
}

/** Made as fast as it is taken. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

/** What an export looks like, for machines: once for all languages. */
export function createSchemaRoutes(): Hono {
  const routes = new Hono();
  const schema = JSON.stringify(exportJsonSchema(), null, 2);
  routes.get(schemaPath, (c) => c.body(schema, 200, { 'content-type': 'application/schema+json; charset=utf-8' }));
  return routes;
}
