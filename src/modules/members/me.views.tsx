import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { nameOfRegion } from '#modules/regions/index.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Form } from '#ui/form/form.tsx';
import { IndexList } from '#ui/index-list/index-list.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { Trail, type Link } from '#ui/trail/trail.tsx';
import { consentKinds, inForce, type Consent } from './consent.ts';
import type { NameRefusal, NameWarning } from './display-name.ts';
import { languageLabel } from './join-steps.views.tsx';
import type { Kept } from './kept-page.ts';
import { countryOf, memberRoles, type ConditionDetails, type MemberRole } from './member.ts';
import { personFor, type Viewer } from './person.ts';
import { PersonCard, stateText } from './person.views.tsx';
import { countryOptions, nameRefusalText, NameWarnings, partOptions, yearText } from './profile-fields.views.tsx';
import type { YearFault } from './years.ts';

export type MyPage = 'profile' | 'conditions' | 'consents' | 'seen';
export const myPath = (page?: MyPage): string => (page ? `/me/${page}` : '/me');

/** One of somebody's own pages. */
export function MyPageFrame({
  frame,
  page,
  lede,
  said,
  children,
}: {
  frame: SiteFrame;
  page: MyPage;
  lede: Child;
  /** What has just been done. */
  said?: Child;
  children: Child;
}) {
  const { i18n } = frame;
  const title = i18n.t(`me.${page}.title`);
  return (
    <Page frame={frame} current="you" meta={{ title, path: myPath(page), noindex: true }}>
      <PageHead
        title={title}
        lede={lede}
        trail={<Trail i18n={i18n} steps={[{ text: i18n.t('me.title'), href: i18n.path(myPath()) }]} />}
      >
        {said && <Notice role="status">{said}</Notice>}
      </PageHead>
      {children}
    </Page>
  );
}

/** How somebody belongs to a condition, in a line: "I live with it, diagnosed, first symptoms in 2001". */
export function detailsText(details: ConditionDetails, i18n: I18n): string {
  const { role, state, firstSymptomsYear, diagnosisYear } = details;
  const said = [
    role && i18n.t(`me.role.${role}`),
    state && stateText(state, i18n),
    firstSymptomsYear && i18n.t('me.first-symptoms', { year: String(firstSymptomsYear) }),
    diagnosisYear && i18n.t('me.diagnosis', { year: String(diagnosisYear) }),
  ].filter(Boolean);
  return said.length > 0 ? said.join(', ') : i18n.t('me.nothing-said');
}

const placeText = (region: string, i18n: I18n): string => {
  const country = i18n.regionName(countryOf(region));
  return region.includes('-') ? `${nameOfRegion(region, i18n)}, ${country}` : country;
};

/** Everything that is kept about somebody, for their own eyes. */
export function KeptFacts({ i18n, kept: { member, email, language, named } }: { i18n: I18n; kept: Kept }) {
  const none = <span class="soft">{i18n.t('me.fact.none')}</span>;
  const conditions = member.memberships.flatMap((membership) => {
    const condition = named.get(membership.conditionId);
    return condition ? [`${condition.name}: ${detailsText(membership, i18n)}`] : [];
  });
  return (
    <Facts
      facts={[
        { name: i18n.t('me.fact.mail'), values: [email] },
        { name: i18n.t('me.fact.name'), values: [member.displayName ?? none] },
        { name: i18n.t('me.fact.role'), values: [member.role ? i18n.t(`role.${member.role}`) : none] },
        { name: i18n.t('me.fact.conditions'), values: conditions.length > 0 ? conditions : [none] },
        { name: i18n.t('me.fact.place'), values: [member.region ? placeText(member.region, i18n) : none] },
        { name: i18n.t('me.fact.language'), values: [i18n.languageName(language as LanguageTag)] },
        { name: i18n.t('me.fact.birth'), values: [member.birthYear === null ? none : String(member.birthYear)] },
      ]}
    />
  );
}

const listedOf = ({ member }: Kept): number =>
  member.leavingOn === null ? member.memberships.filter(({ listed }) => listed).length : 0;

/** Something that somebody does for the organisation. */
export type Work = Link & { means: string };

function WorkPart({ work, i18n }: { work: readonly Work[]; i18n: I18n }) {
  return (
    <Part id="work" title={i18n.t('work.title')} stones={0}>
      <IndexList entries={work} />
    </Part>
  );
}

const SignOut = ({ i18n }: { i18n: I18n }) => (
  <form method="post" action={i18n.path('/sign-out')}>
    <ButtonRow>
      <Button kind="second">{i18n.t('me.sign-out')}</Button>
    </ButtonRow>
  </form>
);

/** Of staff who are no members: their work, and nothing that asks about their health. */
export function StaffPage({ work, frame }: { work: readonly Work[]; frame: SiteFrame }) {
  const { i18n } = frame;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('me.title'), path: myPath(), noindex: true }}>
      <PageHead title={i18n.t('me.title')} lede={i18n.t('work.lede')} />
      {work.length > 0 && <WorkPart work={work} i18n={i18n} />}
      <section class="part">
        <h2 class="visually-hidden">{i18n.t('me.index')}</h2>
        <IndexList
          entries={[
            { text: i18n.t('me.security.title'), href: i18n.path('/me/security'), means: i18n.t('me.security.means') },
            { text: i18n.t('work.join'), href: i18n.path('/join'), means: i18n.t('work.join-means') },
          ]}
        />
        <SignOut i18n={i18n} />
      </section>
    </Page>
  );
}

/** An index of somebody's own pages, each with what it says at the moment. */
export function MePage({
  frame,
  kept,
  consents,
  work,
  notice,
}: {
  frame: SiteFrame;
  kept: Kept;
  consents: readonly Consent[];
  work: readonly Work[];
  /** From another room: that somebody is leaving. */
  notice?: Child;
}) {
  const { i18n } = frame;
  const { member } = kept;
  const name = member.displayName ?? i18n.t('me.profile.nameless');
  const listed = listedOf(kept);
  const given = consentKinds.filter((kind) => inForce(consents, kind)).length;
  const entry = (page: MyPage, means: string) => ({
    text: i18n.t(`me.${page}.title`),
    href: i18n.path(myPath(page)),
    means,
  });
  const elsewhere = (page: 'experiences' | 'security' | 'export' | 'record' | 'leave') => ({
    text: i18n.t(`me.${page}.title`),
    href: i18n.path(`/me/${page}`),
    means: i18n.t(`me.${page}.means`),
  });
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('me.title'), path: myPath(), noindex: true }}>
      <PageHead title={member.displayName ?? i18n.t('me.title')} lede={i18n.t('me.lede')}>
        {notice}
      </PageHead>
      <section class="part">
        <h2 class="visually-hidden">{i18n.t('me.index')}</h2>
        <IndexList
          entries={[
            entry('profile', member.role ? `${name}, ${i18n.t(`role.${member.role}`)}` : name),
            entry('conditions', i18n.t('me.conditions.count', { count: member.memberships.length })),
            entry('consents', i18n.t('me.consents.count', { given, all: consentKinds.length })),
            entry(
              'seen',
              listed === 0 ? i18n.t('me.seen.short-none') : i18n.t('me.seen.short-listed', { count: listed }),
            ),
            elsewhere('experiences'),
            elsewhere('security'),
            elsewhere('export'),
            elsewhere('record'),
            elsewhere('leave'),
          ]}
        />
        <SignOut i18n={i18n} />
      </section>
      {work.length > 0 && <WorkPart work={work} i18n={i18n} />}
    </Page>
  );
}

/** What was typed on the page of a profile, and what is wrong with it. */
export interface TypedProfile {
  name: string;
  role: MemberRole | null;
  country: string;
  part: string;
  language: string;
  birth: string;
}

export interface ProfileFaults {
  name?: NameRefusal;
  country?: boolean;
  birth?: YearFault;
}

export function ProfilePage({
  frame,
  kept,
  typed,
  faults,
  warnings,
  languages,
  minimumAge,
  withRole,
  said,
}: {
  frame: SiteFrame;
  kept: Kept;
  typed: TypedProfile;
  faults: ProfileFaults;
  warnings: readonly NameWarning[];
  languages: readonly LanguageTag[];
  minimumAge: number;
  /** They agree that what they say about their health is kept: how they belong here is part of it. */
  withRole: boolean;
  said?: Child;
}) {
  const { i18n } = frame;
  const nameError = faults.name && nameRefusalText(faults.name, i18n);
  const countryError = faults.country ? i18n.t('join.place.unknown') : undefined;
  const birthError = faults.birth && yearText(faults.birth, { i18n, minimumAge });
  const errors: Link[] = [
    ...(nameError ? [{ text: nameError, href: '#name' }] : []),
    ...(countryError ? [{ text: countryError, href: '#country' }] : []),
    ...(birthError ? [{ text: birthError, href: '#birth' }] : []),
  ];
  const parts = typed.country === '' ? [] : partOptions(typed.country, i18n);
  return (
    <MyPageFrame frame={frame} page="profile" lede={i18n.t('me.profile.lede')} said={said}>
      <section class="part">
        <Form action={i18n.path(myPath('profile'))}>
          {errors.length > 0 && (
            <ErrorSummary title={i18n.t('join.not-yet')} reassurance={i18n.t('join.not-lost')} errors={errors} />
          )}
          <div class="field">
            <b>{i18n.t('me.profile.mail')}</b>
            <p class="help">{i18n.t('me.profile.mail-help')}</p>
            <p>{kept.email}</p>
          </div>
          <Field
            i18n={i18n}
            id="name"
            name="name"
            label={i18n.t('join.name.label')}
            help={i18n.t('join.name.lede')}
            error={nameError}
            value={typed.name}
            autocomplete="off"
          />
          <NameWarnings i18n={i18n} name={typed.name} warnings={warnings} />
          {withRole && (
            <Choices
              legend={i18n.t('me.profile.role')}
              name="role"
              choices={[
                ...memberRoles.map((role) => ({
                  value: role,
                  text: i18n.t(`join.role.${role}`),
                  checked: role === typed.role,
                })),
                { value: '', text: i18n.t('me.profile.role-none'), checked: typed.role === null },
              ]}
            />
          )}
          <div class="side-by-side">
            <Field
              i18n={i18n}
              id="country"
              name="country"
              kind="select"
              label={i18n.t('join.place.country')}
              error={countryError}
              value={typed.country}
              options={countryOptions(i18n)}
              autocomplete="country"
            />
            {parts.length > 1 && (
              <Field
                i18n={i18n}
                id="part"
                name="part"
                kind="select"
                label={i18n.t('join.part.label')}
                value={typed.part}
                options={parts}
              />
            )}
          </div>
          <Choices
            legend={i18n.t('me.fact.language')}
            name="language"
            choices={languages.map((language) => ({
              value: language,
              text: languageLabel(i18n, language),
              checked: language === typed.language,
            }))}
          />
          <Field
            i18n={i18n}
            id="birth"
            name="birth"
            label={i18n.t('join.birth.label')}
            help={`${i18n.t('join.birth.help')}. ${i18n.t('join.birth.lede')}`}
            error={birthError}
            value={typed.birth}
            inputmode="numeric"
            maxlength={10}
            autocomplete="bday-year"
          />
          <ButtonRow>
            <Button name="act" value="go">
              {i18n.t('me.profile.save')}
            </Button>
          </ButtonRow>
        </Form>
      </section>
    </MyPageFrame>
  );
}

/** The same member, cut down for one viewer by the same rule as everywhere. */
function SeenAs({ kept, viewer, i18n }: { kept: Kept; viewer: Viewer; i18n: I18n }) {
  const person = personFor(viewer, kept.member);
  if (!person)
    return (
      <Empty stones={['place']} title={i18n.t('me.seen.nothing')}>
        {i18n.t('me.seen.nothing-means')}
      </Empty>
    );
  return <PersonCard person={person} named={kept.named} i18n={i18n} />;
}

export function SeenPage({
  frame,
  kept,
  mayBeListed,
  said,
}: {
  frame: SiteFrame;
  kept: Kept;
  /** They agreed that other members may find them. */
  mayBeListed: boolean;
  said?: Child;
}) {
  const { i18n } = frame;
  const { member, named } = kept;
  const conditionIds = member.memberships.map(({ conditionId }) => conditionId);
  const viewers: [Viewer['kind'], Viewer][] = [
    ['stranger', { kind: 'stranger' }],
    ['member', { kind: 'member', conditionIds }],
    ['moderator', { kind: 'moderator' }],
  ];
  return (
    <MyPageFrame frame={frame} page="seen" lede={i18n.t('me.seen.lede')} said={said}>
      {viewers.map(([kind, viewer]) => (
        <Part id={kind} title={i18n.t(`me.seen.${kind}`)} lesser>
          <p class="soft">{i18n.t(`me.seen.${kind}-means`)}</p>
          <SeenAs kept={kept} viewer={viewer} i18n={i18n} />
        </Part>
      ))}
      <Part id="choose" title={i18n.t('me.seen.choose')}>
        {!mayBeListed ? (
          <div class="flow">
            <p>{i18n.t('me.seen.no-contact')}</p>
            <ButtonLink kind="people" href={`${i18n.path(myPath('consents'))}#contact`}>
              {i18n.t('me.seen.no-contact-do')}
            </ButtonLink>
          </div>
        ) : conditionIds.length === 0 ? (
          <p>{i18n.t('me.seen.no-conditions')}</p>
        ) : (
          <Form action={i18n.path(myPath('seen'))}>
            <Choices
              legend={i18n.t('me.seen.list')}
              help={i18n.t('me.seen.list-help')}
              name="listed"
              type="checkbox"
              choices={member.memberships.flatMap(({ conditionId, listed }) => {
                const condition = named.get(conditionId);
                return condition ? [{ value: conditionId, text: condition.name, checked: listed }] : [];
              })}
            />
            {member.region !== null && (
              <Choices
                legend={i18n.t('me.fact.place')}
                name="country"
                type="checkbox"
                choices={[
                  {
                    value: 'shown',
                    text: i18n.t('me.seen.country', { country: i18n.regionName(countryOf(member.region)) }),
                    help: i18n.t('me.seen.country-help'),
                    checked: member.showsCountry,
                  },
                ]}
              />
            )}
            <ButtonRow>
              <Button kind="people">{i18n.t('me.seen.save')}</Button>
            </ButtonRow>
          </Form>
        )}
      </Part>
    </MyPageFrame>
  );
}
