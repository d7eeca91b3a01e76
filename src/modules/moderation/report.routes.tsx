import { Hono, type Context } from 'hono';
import { signedInOf } from '#platform/auth/signed-in.ts';
import { askerOf } from '#platform/http/asker.ts';
import type { RateLimit } from '#platform/rate-limit/rate-limit.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { ModeratedItem } from './items.ts';
import { itemNotFound, reportedTooOften } from './moderation.errors.ts';
import { moderationPolicy } from './moderation.policy.ts';
import { itemParams, reportForm, tooLong } from './moderation.schemas.ts';
import { report, type ModerationHands } from './moderation.usecases.ts';
import { ReportedPage, ReportPage } from './report.views.tsx';

/** In a day: from one network without an account, and by one account. */
const limits = { nameless: { most: 20, seconds: 86_400 }, member: { most: 40, seconds: 86_400 } };

/** What counts the reports of an account: goes with it. */
export const reportLimitOf = (accountId: string): string => `reports by ${accountId}`;

export interface ReportRoutesOptions extends Pick<ModerationHands, 'database' | 'clock' | 'items' | 'callModerators'> {
  frame: SiteFrame;
  rateLimit: Pick<RateLimit, 'take'>;
}

/** Anybody reports what they can read. In one language. */
export function createReportRoutes({ frame, rateLimit, ...hands }: ReportRoutesOptions): Hono {
  const { database, items } = hands;
  const routes = new Hono();

  /** Whoever cannot read a text learns nothing of it, not even that it is there. */
  async function load(c: Context): Promise<ModeratedItem> {
    c.header('cache-control', 'private, no-store');
    const ref = itemParams.safeParse(c.req.param());
    const item = ref.success ? await items.find(database, ref.data) : undefined;
    const actor = signedInOf(c);
    const readable = item !== undefined && (await items.isReadable(database, item, actor?.accountId));
    if (!item || !moderationPolicy.report(actor, { readable })) throw itemNotFound();
    return item;
  }

  routes.get('/report/:kind/:id', async (c) => {
    const item = await load(c);
    return c.html(<ReportPage item={item} signedIn={signedInOf(c) !== undefined} frame={frame} />);
  });

  routes.post('/report/:kind/:id', async (c) => {
    const item = await load(c);
    const actor = signedInOf(c);
    const signedIn = actor !== undefined;
    const form = reportForm.parse(await c.req.parseBody());
    const { reason, words } = form;
    const problem = reason === undefined ? 'reason' : tooLong(words, 'words') ? 'long' : undefined;
    if (problem || reason === undefined)
      return c.html(
        <ReportPage item={item} form={form} problem={problem ?? 'reason'} signedIn={signedIn} frame={frame} />,
        422,
      );
    const taken = actor
      ? await rateLimit.take(reportLimitOf(actor.accountId), limits.member)
      : await rateLimit.take(`reports from ${askerOf(c)}`, limits.nameless);
    if (!taken.allowed) throw reportedTooOften({ retryAfterSeconds: taken.seconds });
    await report({ item, authorId: item.authorId, reporterId: actor?.accountId ?? null, reason, words }, hands);
    return c.html(<ReportedPage item={item} reason={reason} signedIn={signedIn} frame={frame} />);
  });

  return routes;
}
