import type { AuditRecord } from '#platform/audit/audit.repository.ts';
import { staffRoles, type SignedIn, type StaffRole } from '#platform/auth/signed-in.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { MessageKey } from '#platform/i18n/languages.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { Entries } from '#ui/entries/entries.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Paging } from '#ui/paging/paging.tsx';
import { Part } from '#ui/part/part.tsx';
import { Table } from '#ui/table/table.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { AddressProblem } from './mail-address.ts';
import type { StaffMember } from './staff.repository.ts';

export interface StaffDone {
  what: 'granted' | 'removed';
  address: string;
  role: StaffRole;
}
export type StaffProblem = AddressProblem | 'role' | 'last-steward';

const path = '/steward/staff';

/** Who is staff; giving and taking roles. */
export function StaffPage({
  frame,
  me,
  staff,
  done,
  problem,
  typed = '',
}: {
  frame: SiteFrame;
  me: SignedIn;
  staff: readonly StaffMember[];
  done?: StaffDone;
  problem?: StaffProblem;
  typed?: string;
}) {
  const { i18n } = frame;
  const ofAddress = problem && problem !== 'role' && problem !== 'last-steward' ? problem : undefined;
  const addressError = ofAddress && i18n.t(`sign-in.address.${ofAddress}`);
  const roleError = problem === 'role' ? i18n.t('staff.grant.which') : undefined;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('staff.title'), path, noindex: true }}>
      <PageHead title={i18n.t('staff.title')} lede={i18n.t('staff.lede')}>
        {done && <DoneNotice i18n={i18n} done={done} staff={staff} />}
        {problem === 'last-steward' && (
          <Notice role="status">
            <p>{i18n.t('staff.last-steward')}</p>
          </Notice>
        )}
      </PageHead>
      <Part id="here" title={i18n.t('staff.here')} lesser>
        <Entries
          entries={staff.map(({ accountId, email, role, grantedAt, ready, demo }) => ({
            head: (
              <>
                {email} {demo && <span class="tag demo">{i18n.t('staff.invented')}</span>}
              </>
            ),
            detail: [
              i18n.t(`staff.role.${role}`),
              i18n.t('staff.since', { day: i18n.date(grantedAt) }),
              i18n.t(ready ? 'staff.ready' : 'staff.not-ready'),
              ...(accountId === me.accountId ? [i18n.t('staff.you')] : []),
            ].join(' · '),
            action: (
              <form method="post" action={i18n.path(`${path}/remove`)}>
                <input type="hidden" name="account" value={accountId} />
                <input type="hidden" name="role" value={role} />
                <button
                  class="button second"
                  type="submit"
                  aria-label={`${i18n.t('staff.remove')}: ${email}, ${i18n.t(`staff.role.${role}`)}`}
                >
                  {i18n.t('staff.remove')}
                </button>
              </form>
            ),
          }))}
        />
      </Part>
      <Part id="grant" title={i18n.t('staff.grant.title')} lesser>
        <form class="flow" method="post" action={i18n.path(path)} novalidate>
          {(addressError || roleError) && (
            <ErrorSummary
              title={i18n.t('staff.grant.not-yet')}
              errors={[{ text: (addressError ?? roleError)!, href: addressError ? '#address' : '#role' }]}
            />
          )}
          <Field
            i18n={i18n}
            id="address"
            name="address"
            kind="email"
            label={i18n.t('staff.grant.address')}
            help={i18n.t('staff.grant.help')}
            error={addressError}
            value={typed}
            autocomplete="off"
          />
          <div id="role">
            <Choices
              legend={i18n.t('staff.grant.role')}
              name="role"
              error={roleError}
              choices={staffRoles.map((role) => ({
                value: role,
                text: i18n.t(`staff.role.${role}`),
                help: i18n.t(`staff.role.${role}.may`),
              }))}
            />
          </div>
          <ButtonRow>
            <Button>{i18n.t('staff.grant.go')}</Button>
          </ButtonRow>
        </form>
      </Part>
      <section class="part">
        <p>
          <WayOn href={i18n.path('/steward/record')}>{i18n.t('staff.record.title')}</WayOn>
        </p>
        <p>
          <WayOn href={i18n.path('/steward/reviewers')}>{i18n.t('reviewers.manage')}</WayOn>
        </p>
        <p>
          <WayOn href={i18n.path('/review')}>{i18n.t('desk.title')}</WayOn>
        </p>
      </section>
    </Page>
  );
}

/** What was done, and the way back: nobody is asked beforehand whether they are sure. */
function DoneNotice({ i18n, done, staff }: { i18n: I18n; done: StaffDone; staff: readonly StaffMember[] }) {
  const { what, address, role } = done;
  const granted = staff.find((each) => each.email === address && each.role === role);
  return (
    <Notice role="status">
      <p>{i18n.t(`staff.done.${what}`, { address, role: i18n.t(`staff.role.${role}`) })}</p>
      <form method="post" action={i18n.path(what === 'granted' ? `${path}/remove` : path)}>
        <input type="hidden" name="role" value={role} />
        {what === 'granted' ? (
          <input type="hidden" name="account" value={granted?.accountId} />
        ) : (
          <input type="hidden" name="address" value={address} />
        )}
        <Button kind="second">{i18n.t('staff.undo')}</Button>
      </form>
    </Notice>
  );
}

/** Every act of staff, the newest first. */
export function RecordPage({
  frame,
  records,
  acts,
  page,
  last,
}: {
  frame: SiteFrame;
  records: readonly AuditRecord[];
  acts: Readonly<Record<string, MessageKey>>;
  page: number;
  last: number;
}) {
  const { i18n } = frame;
  return (
    <Page
      frame={frame}
      current="you"
      meta={{ title: i18n.t('staff.record.title'), path: '/steward/record', noindex: true }}
    >
      <PageHead title={i18n.t('staff.record.title')} lede={i18n.t('staff.record.lede')} />
      <section class="part flow">
        {records.length === 0 ? (
          <Empty title={i18n.t('staff.record.none')} />
        ) : (
          <Table
            caption={i18n.t('staff.record.title')}
            captionHidden
            corner={i18n.t('staff.record.when')}
            columns={[{ text: i18n.t('staff.record.who') }, { text: i18n.t('staff.record.what') }]}
            rows={records.map((record) => ({
              head: <time datetime={record.at.toISOString()}>{timeOf(record.at, i18n)}</time>,
              cells: [nameActor(record, i18n), sayAct(record, acts, i18n)],
            }))}
          />
        )}
        <Paging
          i18n={i18n}
          current={page}
          last={last}
          href={(number) => `${i18n.path('/steward/record')}?page=${number}`}
        />
        <WayOn href={i18n.path(path)}>{i18n.t('staff.title')}</WayOn>
      </section>
    </Page>
  );
}

const timeOf = (at: Date, i18n: I18n) =>
  i18n.t('staff.record.time', { day: i18n.date(at), time: at.toISOString().slice(11, 16) });

function nameActor({ actorEmail, actorRole }: AuditRecord, i18n: I18n): string {
  if (actorRole === 'operator') return i18n.t('staff.record.operator');
  if (actorRole === 'site') return i18n.t('staff.record.site');
  const role = i18n.t(`staff.role.${actorRole}`);
  return actorEmail === null ? i18n.t('staff.record.gone', { role }) : `${actorEmail} (${role})`;
}

/** The sentence of an act; one that nobody wrote a sentence for is shown by its name, rather than not at all. */
function sayAct(
  { act, details, aboutEmail, object }: AuditRecord,
  acts: Readonly<Record<string, MessageKey>>,
  i18n: I18n,
) {
  const about = aboutEmail ?? i18n.t('staff.record.somebody');
  const { role } = details;
  const roleName = staffRoles.find((each) => each === role);
  const key = acts[act];
  if (key === undefined) return [act, object].filter(Boolean).join(' ');
  return i18n.t(key, {
    ...details,
    about,
    object: object ?? '',
    role: roleName ? i18n.t(`staff.role.${roleName}`) : '',
  });
}
