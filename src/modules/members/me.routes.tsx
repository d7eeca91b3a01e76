import { Hono, type Context } from 'hono';
import type { Child } from 'hono/jsx';
import { signedInOf, type SignedIn } from '#platform/auth/signed-in.ts';
import { listSubdivisions } from '#modules/regions/index.ts';
import { readTicked } from './condition-picker.routes.tsx';
import { consentKinds, inForce, type ConsentKind } from './consent.ts';
import { createConsentRepository } from './consent.repository.ts';
import { wordingOf, wordings } from './consent.wording.ts';
import { ConsentsOfMinePage, TakenBack } from './consents.views.tsx';
import { readDetails, readRole, typedDetails } from './details-form.ts';
import { readName } from './display-name.ts';
import { readForm, type Form } from './form.ts';
import { signInPath, SignedOutPage } from './join.views.tsx';
import { findJoining } from './joining.usecases.ts';
import { loadKept, type Kept } from './kept-page.ts';
import {
  MePage,
  myPath,
  ProfilePage,
  SeenPage,
  StaffPage,
  type ProfileFaults,
  type TypedProfile,
  type Work,
} from './me.views.tsx';
import { checkName, forOnePerson, rootPathOf, yearOf, type MemberMeans } from './member-means.routes.tsx';
import { countryOf, mostConditions, type Member } from './member.ts';
import {
  chooseListed,
  giveConsent,
  leaveCondition,
  returnToCondition,
  saveCondition,
  withdrawConsent,
} from './member.usecases.ts';
import { MyConditionsPage, type MyConditionsState } from './my-conditions.views.tsx';
import { isCountry, isPartOf } from './profile-fields.views.tsx';
import { createProfileRepository } from './profile.repository.ts';
import { faultOfBirthYear, readYear } from './years.ts';

/** A member on their own pages. */
interface Me {
  signedIn: SignedIn;
  member: Member;
}

/** Somebody's own pages, in one language. Whoever has not joined is led to joining, whoever is not signed in to that. */
export function createMeRoutes(
  means: MemberMeans & {
    /** What another room says on top of the overview. */
    noticeOn?: (accountId: string) => Promise<Child>;
    /** What somebody does for the organisation. */
    workOf: (signedIn: SignedIn) => readonly Work[];
  },
): Hono {
  const { frame, database, events, clock, conditions, accounts, minimumAge } = means;
  const { i18n } = frame;
  const profiles = createProfileRepository(database);
  const consentsOf = (accountId: string) => createConsentRepository(database).list(accountId);
  const routes = new Hono();

  const mine = (answer: (c: Context, me: Me) => Promise<Response>) => async (c: Context) => {
    forOnePerson(c);
    const signedIn = signedInOf(c);
    if (!signedIn) {
      const path = rootPathOf(c, i18n);
      if (c.req.method !== 'POST') return c.redirect(signInPath(i18n, path), 303);
      const fields = readForm(await c.req.text()).entries();
      return c.html(<SignedOutPage frame={frame} path={path} fields={fields} />, 401);
    }
    const { member } = await findJoining(signedIn.accountId, database);
    if (!member && signedIn.staffRoles.length > 0 && rootPathOf(c, i18n) === myPath())
      return c.html(<StaffPage work={means.workOf(signedIn)} frame={frame} />);
    if (!member) return c.redirect(i18n.path('/join'), 303);
    return answer(c, { signedIn, member });
  };

  const keptOf = ({ signedIn, member }: Me): Promise<Kept> =>
    loadKept({ member, email: signedIn.email, conditions, findLanguage: accounts.findLanguage, i18n });
  const again = async ({ signedIn, member }: Me): Promise<Me> => ({
    signedIn,
    member: (await profiles.findByAccount(signedIn.accountId)) ?? member,
  });
  const keepsHealth = async ({ member: { accountId } }: Me) =>
    inForce(await consentsOf(accountId), 'health') !== undefined;
  const formOf = async (c: Context) => readForm(await c.req.text());

  routes.get(
    '/me',
    mine(async (c, me) => {
      const [kept, consents, notice] = await Promise.all([
        keptOf(me),
        consentsOf(me.member.accountId),
        means.noticeOn?.(me.member.accountId),
      ]);
      return c.html(
        <MePage frame={frame} kept={kept} consents={consents} work={means.workOf(me.signedIn)} notice={notice} />,
      );
    }),
  );

  const stored = ({ member, language }: Kept): TypedProfile => ({
    name: member.displayName ?? '',
    role: member.role,
    country: member.region === null ? '' : countryOf(member.region),
    part: member.region ?? '',
    language,
    birth: member.birthYear === null ? '' : String(member.birthYear),
  });

  routes.get(
    '/me/profile',
    mine(async (c, me) => {
      const kept = await keptOf(me);
      const saved = c.req.query('saved');
      const { region } = me.member;
      const askPart = saved === 'part' && region !== null && !region.includes('-');
      const said =
        saved === undefined ? undefined : askPart ? (
          <p>{i18n.t('me.profile.saved-part', { country: i18n.regionName(region) })}</p>
        ) : (
          <p>{i18n.t('me.profile.saved')}</p>
        );
      return c.html(
        <ProfilePage
          {...means}
          kept={kept}
          typed={stored(kept)}
          faults={{}}
          warnings={[]}
          withRole={await keepsHealth(me)}
          said={said}
        />,
      );
    }),
  );

  routes.post(
    '/me/profile',
    mine(async (c, me) => {
      const form = await formOf(c);
      const withRole = await keepsHealth(me);
      const typed: TypedProfile = {
        name: form.text('name'),
        role: withRole ? readRole(form.text('role')) : null,
        country: form.text('country'),
        part: form.text('part'),
        language: form.text('language'),
        birth: form.text('birth'),
      };
      const name = readName(typed.name);
      const { refusal, warnings } =
        name === '' || name === me.member.displayName
          ? { refusal: undefined, warnings: [] }
          : await checkName(name, me.signedIn, means);
      const year = readYear(typed.birth);
      const birth =
        year === 'unreadable'
          ? year
          : year === null
            ? undefined
            : faultOfBirthYear(year, { now: yearOf(clock), minimumAge, own: me.member.memberships });
      const faults: ProfileFaults = {
        ...(refusal && { name: refusal }),
        ...(typed.country !== '' && !isCountry(typed.country) && { country: true }),
        ...(birth && { birth }),
      };
      const faulty = Object.keys(faults).length > 0;
      const sure = form.text('act') === 'keep' && form.text('sure') === name;
      if (faulty || (warnings.length > 0 && !sure)) {
        const shown = { ...typed, country: faults.country ? '' : typed.country };
        return c.html(
          <ProfilePage
            {...means}
            kept={await keptOf(me)}
            typed={shown}
            faults={faults}
            warnings={warnings}
            withRole={withRole}
          />,
          faulty ? 422 : 200,
        );
      }
      const region = typed.country === '' ? null : isPartOf(typed.part, typed.country) ? typed.part : typed.country;
      await profiles.saveProfile(me.member.id, {
        displayName: name === '' ? null : name,
        role: typed.role,
        region,
        birthYear: year === 'unreadable' ? null : year,
      });
      const language = means.languages.find((each) => each === typed.language);
      if (language) await accounts.setLanguage(me.member.accountId, language);
      const moved = region !== null && (me.member.region === null || countryOf(me.member.region) !== region);
      const askPart = moved && !region.includes('-') && listSubdivisions(region).length > 0;
      return c.redirect(`${i18n.path(myPath('profile'))}?saved=${askPart ? 'part' : 'yes'}`, 303);
    }),
  );

  async function conditionsPage(c: Context, me: Me, state: Partial<MyConditionsState> = {}, status: 200 | 422 = 200) {
    const [kept, consents] = await Promise.all([keptOf(me), consentsOf(me.member.accountId)]);
    return c.html(
      <MyConditionsPage
        frame={frame}
        kept={kept}
        mayAdd={inForce(consents, 'health') !== undefined}
        state={{ query: null, found: [], tooMany: false, ...state }}
      />,
      status,
    );
  }

  routes.get(
    '/me/conditions',
    mine((c, me) => conditionsPage(c, me)),
  );

  /** The condition that a form is about, if it is there. */
  const conditionIn = async (form: Form) => (await readTicked(form, 'condition', { i18n, conditions }))[0];

  async function addTicked(c: Context, me: Me, form: Form) {
    const ticked = await readTicked(form, 'add', { i18n, conditions });
    const known = new Set(me.member.memberships.map(({ conditionId }) => conditionId));
    const added = ticked.filter(({ id }) => !known.has(id));
    const room = mostConditions - known.size;
    const details = { role: me.member.role, state: null, firstSymptomsYear: null, diagnosisYear: null };
    if (added.length > room) return conditionsPage(c, me, { tooMany: true }, 422);
    for (const { id } of added)
      await saveCondition({ database, events, clock, member: me.member, conditionId: id, details });
    const said =
      ticked.length === 0
        ? undefined
        : added.length === 0
          ? i18n.t('me.conditions.known')
          : i18n.t('me.conditions.added', { count: added.length });
    return conditionsPage(c, await again(me), { said });
  }

  routes.post(
    '/me/conditions',
    mine(async (c, me) => {
      const form = await formOf(c);
      const act = form.text('act');
      const mayAdd = await keepsHealth(me);
      if (act === 'search' || act === 'add') {
        if (!mayAdd) return conditionsPage(c, me);
        const query = form.text('q');
        // Enter in the field looks up what is newly typed, also where boxes are ticked already
        if (act === 'add') return addTicked(c, me, form);
        const known = new Set(me.member.memberships.map(({ conditionId }) => conditionId));
        const found = (await conditions.search(query, i18n)).filter(({ id }) => !known.has(id));
        return conditionsPage(c, me, { query, found });
      }
      const condition = await conditionIn(form);
      if (!condition) return conditionsPage(c, me);
      const typed = typedDetails(form, condition.id);
      const { birthYear } = me.member;
      const { details, faults } = readDetails(typed, { now: yearOf(clock), birthYear });
      if (act === 'leave') {
        const membership = await leaveCondition({
          database,
          events,
          memberId: me.member.id,
          conditionId: condition.id,
        });
        return conditionsPage(c, await again(me), membership ? { left: { condition, membership } } : {});
      }
      const belongs = me.member.memberships.some(({ conditionId }) => conditionId === condition.id);
      if (act === 'undo' && mayAdd && !belongs) {
        const since = new Date(form.text('since'));
        await returnToCondition({
          database,
          events,
          clock,
          member: me.member,
          membership: { ...details, conditionId: condition.id, listed: form.text('listed') === 'yes', since },
        });
        const said = i18n.t('me.conditions.back', { condition: condition.inSentence });
        return conditionsPage(c, await again(me), { said });
      }
      // another tab may have left it meanwhile
      if (act !== 'save' || !belongs) return conditionsPage(c, me);
      if (Object.keys(faults).length > 0) return conditionsPage(c, me, { typed: { details: typed, faults } }, 422);
      await saveCondition({ database, events, clock, member: me.member, conditionId: condition.id, details });
      const said = i18n.t('me.conditions.saved', { condition: condition.inSentence });
      return conditionsPage(c, await again(me), { said });
    }),
  );

  const consentsPage = async (c: Context, { member }: Me, said?: Child, status: 200 | 409 = 200) =>
    c.html(
      <ConsentsOfMinePage
        frame={frame}
        member={member}
        consents={await consentsOf(member.accountId)}
        wordings={wordings(i18n)}
        said={said}
      />,
      status,
    );

  routes.get(
    '/me/consents',
    mine((c, me) => consentsPage(c, me)),
  );

  routes.post(
    '/me/consents',
    mine(async (c, me) => {
      const form = await formOf(c);
      const kind: ConsentKind | undefined = consentKinds.find((each) => each === form.text('kind'));
      if (!kind) return consentsPage(c, me);
      const { accountId } = me.member;
      const wording = wordingOf(kind, i18n);
      if (form.text('act') === 'give') {
        if (form.text('shown') !== wording.version)
          return consentsPage(c, me, <p>{i18n.t('me.consents.changed')}</p>, 409);
        await giveConsent({ database, events, clock, accountId, wording });
        return consentsPage(c, await again(me), <p>{i18n.t('me.consents.was-given')}</p>);
      }
      if (form.text('act') !== 'take-back') return consentsPage(c, me);
      if (kind === 'account') return c.redirect(i18n.path('/me/leave'), 303);
      await withdrawConsent({ database, events, clock, accountId, kind });
      return consentsPage(c, await again(me), <TakenBack i18n={i18n} wording={wording} />);
    }),
  );

  const seenPage = async (c: Context, me: Me, said?: Child) => {
    const consents = await consentsOf(me.member.accountId);
    return c.html(
      <SeenPage
        frame={frame}
        kept={await keptOf(me)}
        mayBeListed={inForce(consents, 'contact') !== undefined}
        said={said}
      />,
    );
  };

  routes.get(
    '/me/seen',
    mine((c, me) => seenPage(c, me)),
  );

  routes.post(
    '/me/seen',
    mine(async (c, me) => {
      const form = await formOf(c);
      const own = me.member.memberships.map(({ conditionId }) => conditionId);
      await chooseListed({
        database,
        member: me.member,
        conditionIds: own.filter((id) => form.all('listed').includes(id)),
        showsCountry: form.text('country') === 'shown',
      });
      return seenPage(c, await again(me), <p>{i18n.t('me.seen.saved')}</p>);
    }),
  );

  return routes;
}
