import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { createAuditRepository } from '#platform/audit/audit.repository.ts';
import { signedInOf, staffRoles, type SignedIn } from '#platform/auth/signed-in.ts';
import { CairnError } from '#platform/errors/errors.ts';
import type { MessageKey } from '#platform/i18n/languages.ts';
import { notStaff } from './account.errors.ts';
import { accountMails } from './account.mails.ts';
import type { AccountRoutesOptions } from './account.services.ts';
import { readMailAddress } from './mail-address.ts';
import { textField } from './route-helpers.routes.tsx';
import { staffPolicy } from './staff.policy.ts';
import { createStaffRepository } from './staff.repository.ts';
import { grantRole, removeRole } from './staff.usecases.ts';
import { RecordPage, StaffPage, type StaffDone, type StaffProblem } from './staff.views.tsx';

const grantForm = z.object({ address: textField(1000), role: z.enum(staffRoles).optional().catch(undefined) });
const removeForm = z.object({ account: z.uuid().catch(''), role: z.enum(staffRoles).optional().catch(undefined) });
// a mistyped page is the first one
const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);
const recordsAtOnce = 50;

export interface StaffRoutesOptions extends AccountRoutesOptions {
  /** How the record says what was done, by act: `staff.granted`. */
  acts: Readonly<Record<string, MessageKey>>;
}

/** Calls a route with staff who may; nobody else learns that there is such a page. Strangers do not come this far. */
const guard =
  (may: (me: SignedIn) => boolean, route: (c: Context, me: SignedIn) => Response | Promise<Response>) =>
  async (c: Context): Promise<Response> => {
    const me = signedInOf(c);
    if (!me || !may(me)) throw notStaff();
    return route(c, me);
  };

/** Who is staff, and what staff did: for stewards. */
export function createStaffRoutes({ frame, acts, ...services }: StaffRoutesOptions): Hono {
  const { i18n } = frame;
  const writeMail = accountMails(frame).staffRole;
  const routes = new Hono();

  const show = async (me: SignedIn, extra: { done?: StaffDone; problem?: StaffProblem; typed?: string } = {}) => (
    <StaffPage frame={frame} me={me} staff={await createStaffRepository(services.database).list()} {...extra} />
  );

  routes.get(
    '/steward',
    guard(staffPolicy.seeStaff, (c) => c.redirect(i18n.path('/steward/staff'), 303)),
  );
  routes.get(
    '/steward/staff',
    guard(staffPolicy.seeStaff, async (c, me) => c.html(await show(me))),
  );

  routes.post(
    '/steward/staff',
    guard(staffPolicy.grantRole, async (c, me) => {
      const { address: typed, role } = grantForm.parse(await c.req.parseBody());
      const read = readMailAddress(typed);
      if ('problem' in read || !role) {
        const problem = 'problem' in read ? read.problem : ('role' as const);
        return c.html(await show(me, { problem, typed }), 422);
      }
      const { address } = read;
      await grantRole({ ...services, actor: me, role, address, language: i18n.language, writeMail });
      return c.html(await show(me, { done: { what: 'granted', address, role } }));
    }),
  );

  routes.post(
    '/steward/staff/remove',
    guard(staffPolicy.seeStaff, async (c, me) => {
      const { account: accountId, role } = removeForm.parse(await c.req.parseBody());
      if (accountId === '' || !role) return c.redirect(i18n.path('/steward/staff'), 303);
      const before = await createStaffRepository(services.database).list();
      const address = before.find((each) => each.accountId === accountId)?.email;
      try {
        const removed = await removeRole({ ...services, actor: me, role, accountId, writeMail });
        const done = removed && address !== undefined ? { what: 'removed' as const, address, role } : undefined;
        // Whoever took their own role away sees this page no longer.
        if (accountId === me.accountId && role === 'steward') return c.redirect(i18n.path('/me/security'), 303);
        return c.html(await show(me, { done }));
      } catch (error) {
        if (error instanceof CairnError && error.kind === 'conflict')
          return c.html(await show(me, { problem: 'last-steward' }), 409);
        throw error;
      }
    }),
  );

  routes.get(
    '/steward/record',
    guard(staffPolicy.readRecord, async (c) => {
      const records = createAuditRepository(services.database);
      const last = Math.max(1, Math.ceil((await records.count()) / recordsAtOnce));
      const page = Math.min(pageNumber.parse(c.req.query('page')), last);
      const listed = await records.list({ offset: (page - 1) * recordsAtOnce, limit: recordsAtOnce });
      return c.html(<RecordPage frame={frame} records={listed} acts={acts} page={page} last={last} />);
    }),
  );

  return routes;
}
