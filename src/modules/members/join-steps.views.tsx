import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Form } from '#ui/form/form.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Steps } from '#ui/steps/steps.tsx';
import type { Link } from '#ui/trail/trail.tsx';
import { isNeeded, type ConsentFault, type ConsentKind, type Wording } from './consent.ts';
import { joinSteps, numberOf, stepBefore, type Draft, type JoinStep } from './joining.ts';
import { memberRoles, type MemberRole } from './member.ts';
import { ConditionPicker, faultsIn, type PickedConditions } from './condition-picker.views.tsx';
import { countryOptions, NameWarnings, nameRefusalText, partOptions, yearText } from './profile-fields.views.tsx';
import type { NameRefusal, NameWarning } from './display-name.ts';
import type { YearFault } from './years.ts';

import { joinPath, type MemberFrame } from './join.views.tsx';

interface StepProps {
  frame: SiteFrame;
  draft: Draft;
}

/** One question: where one is, what is asked, why; then the form, and the way back. */
function StepPage({
  frame,
  draft,
  step,
  path = joinPath(step),
  title,
  lede,
  errors = [],
  back = stepBefore(step) && { text: frame.i18n.t('join.back'), href: frame.i18n.path(joinPath(stepBefore(step))) },
  skip = true,
  go = frame.i18n.t('join.continue'),
  buttons,
  children,
}: StepProps & {
  step: JoinStep;
  path?: string;
  title: string;
  lede: Child;
  errors?: readonly Link[];
  back?: Link | undefined;
  skip?: boolean;
  /** The words of the button that goes on. */
  go?: string;
  /** Instead of the usual buttons. */
  buttons?: Child;
  children?: Child;
}) {
  const { i18n } = frame;
  const answered = joinSteps.map((each) => draft.passed.includes(each) && !draft.skipped.includes(each));
  return (
    <Page frame={frame} current="you" meta={{ title, path, noindex: true }}>
      <PageHead title={title} lede={lede} trail={<Steps i18n={i18n} step={numberOf(step)} answered={answered} />} />
      <section class="part">
        <Form action={i18n.path(path)}>
          {errors.length > 0 && (
            <ErrorSummary title={i18n.t('join.not-yet')} reassurance={i18n.t('join.not-lost')} errors={errors} />
          )}
          {children}
          <div class="form-end">
            {buttons ?? (
              <ButtonRow>
                <Button name="act" value="go">
                  {go}
                </Button>
                {skip && (
                  <Button kind="second" name="act" value="skip">
                    {i18n.t('join.skip')}
                  </Button>
                )}
              </ButtonRow>
            )}
            {back && (
              <a class="back" href={back.href}>
                {back.text}
              </a>
            )}
            <p class="small soft">{i18n.t('join.later')}</p>
          </div>
        </Form>
      </section>
    </Page>
  );
}

export function AgePage({ frame, draft, minimumAge }: StepProps & Pick<MemberFrame, 'minimumAge'>) {
  const { i18n } = frame;
  return (
    <StepPage
      frame={frame}
      draft={draft}
      step="age"
      title={i18n.t('join.age.title', { age: minimumAge })}
      lede={i18n.t('join.age.lede')}
      buttons={
        <ButtonRow>
          <Button name="old-enough" value="yes">
            {i18n.t('join.age.yes', { age: minimumAge })}
          </Button>
          <Button kind="second" name="old-enough" value="no">
            {i18n.t('join.age.no')}
          </Button>
        </ButtonRow>
      }
    />
  );
}

const consentId = (kind: ConsentKind) => `agree-${kind}`;

/** The text of one consent beside its box; the form carries the version that it shows. */
function ConsentChoices({
  i18n,
  legend,
  wordings,
  ticked,
  faults,
}: {
  i18n: I18n;
  legend: string;
  wordings: readonly Wording[];
  ticked: ReadonlySet<ConsentKind>;
  faults: Partial<Record<ConsentKind, ConsentFault>>;
}) {
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      {wordings.map(({ kind, text, version }) => {
        const [title = '', ...rest] = text.split('\n');
        const fault = faults[kind];
        return (
          <div class={fault ? 'field wrong' : undefined}>
            {fault && (
              <p class="error" id={`${consentId(kind)}-error`}>
                {i18n.t(`join.consents.fault.${fault}`, { title })}
              </p>
            )}
            <label class="choice">
              <input
                type="checkbox"
                id={consentId(kind)}
                name="agree"
                value={kind}
                checked={ticked.has(kind)}
                aria-describedby={`${consentId(kind)}-text${fault ? ` ${consentId(kind)}-error` : ''}`}
                aria-invalid={fault ? 'true' : undefined}
              />
              <span>
                <b>{title}</b>
              </span>
              <span class="help" id={`${consentId(kind)}-text`}>
                {rest.join('\n')}
              </span>
            </label>
            <input type="hidden" name={`shown-${kind}`} value={version} />
          </div>
        );
      })}
    </fieldset>
  );
}

export function ConsentsPage({
  frame,
  draft,
  wordings,
  ticked,
  faults,
}: StepProps & {
  wordings: readonly Wording[];
  ticked: ReadonlySet<ConsentKind>;
  faults: Partial<Record<ConsentKind, ConsentFault>>;
}) {
  const { i18n } = frame;
  const group = (needed: boolean) => wordings.filter(({ kind }) => isNeeded(kind) === needed);
  const errors = wordings.flatMap(({ kind, text }) => {
    const fault = faults[kind];
    const title = text.split('\n')[0]!;
    return fault ? [{ text: i18n.t(`join.consents.fault.${fault}`, { title }), href: `#${consentId(kind)}` }] : [];
  });
  return (
    <StepPage
      frame={frame}
      draft={draft}
      step="consents"
      title={i18n.t('join.consents.title')}
      lede={i18n.t('join.consents.lede')}
      errors={errors}
      skip={false}
      go={i18n.t('join.consents.go')}
    >
      {[true, false].map((needed) => (
        <ConsentChoices
          i18n={i18n}
          legend={i18n.t(needed ? 'join.consents.needed' : 'join.consents.free')}
          wordings={group(needed)}
          ticked={ticked}
          faults={faults}
        />
      ))}
    </StepPage>
  );
}

export function RolePage({
  frame,
  draft,
  missing,
  role = draft.role,
}: StepProps & { missing: boolean; role?: MemberRole | null }) {
  const { i18n } = frame;
  const error = missing ? i18n.t('join.role.choose') : undefined;
  return (
    <StepPage
      frame={frame}
      draft={draft}
      step="role"
      title={i18n.t('join.role.title')}
      lede={i18n.t('join.role.lede')}
      errors={error ? [{ text: error, href: '#role' }] : []}
    >
      <Choices
        id="role"
        legend={i18n.t('join.role.title')}
        legendHidden
        name="role"
        error={error}
        choices={memberRoles.map((each) => ({
          value: each,
          text: i18n.t(`join.role.${each}`),
          checked: each === role,
        }))}
      />
    </StepPage>
  );
}

export function ConditionsPage({
  frame,
  draft,
  picked,
  missing,
}: StepProps & { picked: PickedConditions; missing: boolean }) {
  const { i18n } = frame;
  const error = missing ? [{ text: i18n.t('join.conditions.nothing'), href: '#q' }] : [];
  return (
    <StepPage
      frame={frame}
      draft={draft}
      step="conditions"
      title={i18n.t('join.conditions.title')}
      lede={i18n.t('join.conditions.lede')}
      errors={[...error, ...faultsIn(picked, i18n)]}
    >
      <ConditionPicker i18n={i18n} picked={picked} />
    </StepPage>
  );
}

export function PlacePage({
  frame,
  draft,
  shownFrom,
  unknown,
}: StepProps & Pick<MemberFrame, 'shownFrom'> & { unknown: boolean }) {
  const { i18n } = frame;
  const error = unknown ? i18n.t('join.place.unknown') : undefined;
  return (
    <StepPage
      frame={frame}
      draft={draft}
      step="place"
      title={i18n.t('join.place.title')}
      lede={i18n.t('join.place.lede', { shownFrom })}
      errors={error ? [{ text: error, href: '#country' }] : []}
      skip={false}
    >
      <Field
        i18n={i18n}
        id="country"
        name="country"
        kind="select"
        label={i18n.t('join.place.country')}
        error={error}
        value={draft.region?.slice(0, 2) ?? ''}
        options={countryOptions(i18n)}
        autocomplete="country"
      />
    </StepPage>
  );
}

export function PartPage({ frame, draft, country }: StepProps & { country: string }) {
  const { i18n } = frame;
  return (
    <StepPage
      frame={frame}
      draft={draft}
      step="place"
      path={joinPath('part')}
      title={i18n.t('join.part.title', { country: i18n.regionName(country) })}
      lede={i18n.t('join.part.lede')}
      back={{ text: i18n.t('join.part.back'), href: i18n.path(joinPath('place')) }}
      skip={false}
    >
      <Field
        i18n={i18n}
        id="part"
        name="part"
        kind="select"
        label={i18n.t('join.part.label')}
        value={draft.region ?? ''}
        options={partOptions(country, i18n)}
      />
    </StepPage>
  );
}

const capital = (text: string, language: string) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

/** A language as those call it who speak it, and in the reader's language. */
export function languageLabel(i18n: I18n, language: LanguageTag): Child {
  const own = capital(i18n.in(language).languageName(language), language);
  if (language === i18n.language) return own;
  return (
    <>
      <span lang={language}>{own}</span> ({i18n.languageName(language)})
    </>
  );
}

export function LanguagePage({ frame, draft, languages }: StepProps & { languages: readonly LanguageTag[] }) {
  const { i18n } = frame;
  return (
    <StepPage
      frame={frame}
      draft={draft}
      step="language"
      title={i18n.t('join.language.title')}
      lede={i18n.t('join.language.lede')}
    >
      <Choices
        id="language"
        legend={i18n.t('join.language.title')}
        legendHidden
        name="language"
        choices={languages.map((language) => ({
          value: language,
          text: languageLabel(i18n, language),
          checked: language === (draft.language ?? i18n.language),
        }))}
      />
    </StepPage>
  );
}

export function NamePage({
  frame,
  draft,
  typed = draft.displayName ?? '',
  refusal,
  warnings = [],
}: StepProps & { typed?: string; refusal?: NameRefusal | undefined; warnings?: readonly NameWarning[] }) {
  const { i18n } = frame;
  const error = refusal && nameRefusalText(refusal, i18n);
  return (
    <StepPage
      frame={frame}
      draft={draft}
      step="name"
      title={i18n.t('join.name.title')}
      lede={i18n.t('join.name.lede')}
      errors={error ? [{ text: error, href: '#name' }] : []}
    >
      <Field
        i18n={i18n}
        id="name"
        name="name"
        label={i18n.t('join.name.label')}
        error={error}
        value={typed}
        autocomplete="off"
      />
      <NameWarnings i18n={i18n} name={typed} warnings={warnings} />
    </StepPage>
  );
}

export function BirthPage({
  frame,
  draft,
  minimumAge,
  typed = draft.birthYear === null ? '' : String(draft.birthYear),
  fault,
}: StepProps & Pick<MemberFrame, 'minimumAge'> & { typed?: string; fault?: YearFault | undefined }) {
  const { i18n } = frame;
  const error = fault && yearText(fault, { i18n, minimumAge });
  return (
    <StepPage
      frame={frame}
      draft={draft}
      step="birth"
      title={i18n.t('join.birth.title')}
      lede={i18n.t('join.birth.lede')}
      errors={error ? [{ text: error, href: '#birth' }] : []}
      go={i18n.t('join.birth.go')}
    >
      <Field
        i18n={i18n}
        id="birth"
        name="birth"
        label={i18n.t('join.birth.label')}
        help={i18n.t('join.birth.help')}
        error={error}
        value={typed}
        inputmode="numeric"
        maxlength={10}
        autocomplete="bday-year"
      />
    </StepPage>
  );
}
