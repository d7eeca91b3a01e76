import type { I18n } from '#platform/i18n/i18n.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Form, Hidden } from '#ui/form/form.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import type { MissingPart } from './draft.ts';
import { mayBeNamed, roleOfDraft, type Draft, type DraftContent } from './draft.ts';
import { contentNotes, relations, yearsSince } from './experience.ts';
import { CrisisHelp } from './help-lines.views.tsx';
import { StepLine, trailOf, type Subject } from './write.views.tsx';
import { draftPath } from './writing-paths.ts';

/** Which field of this step a missing part stands at. */
const fieldOf: Partial<Record<MissingPart, string>> = {
  about: 'about',
  minor: 'minor',
  age: 'age',
  audience: 'audience',
  named: 'named',
};

export const bylineOf = (content: DraftContent, displayName: string | null, i18n: I18n): string =>
  i18n.t('experiences.by', {
    name: (content.named && mayBeNamed(content) ? displayName : null) ?? i18n.t('experiences.without-name'),
    role: i18n.t(`role.${roleOfDraft(content)}`),
  });

/** The second step: whom it is about, who may read it, and under which name. Each is asked every time. */
export function ReadersPage({
  frame,
  subject,
  draft,
  displayName,
  languages,
  adultAge,
  age,
  missing = [],
  crisis,
  script,
  wordsKeys,
}: {
  frame: SiteFrame;
  subject: Subject;
  draft: Draft;
  displayName: string | null;
  languages: readonly LanguageTag[];
  adultAge: number;
  /** As it was typed, where it was. */
  age: string;
  missing?: readonly MissingPart[];
  /** Their words sound like danger. */
  crisis?: { country: string | null } | undefined;
  script: string;
  /** What waits on the device is safe on the server now. */
  wordsKeys: readonly string[];
}) {
  const { i18n } = frame;
  const { content } = draft;
  const path = draftPath(draft.id, 'readers');
  const title = i18n.t('readers.title');
  const errors = missing.flatMap((part) => {
    const field = fieldOf[part];
    return field ? [{ text: i18n.t(`readers.missing.${part as 'about'}`), href: `#${field}` }] : [];
  });
  const errorOf = (part: MissingPart) =>
    missing.includes(part) ? i18n.t(`readers.missing.${part as 'about'}`) : undefined;
  const others = content.about !== null && content.about !== 'self';
  return (
    <Page frame={frame} current="you" meta={{ title, path, noindex: true, scripts: [script] }}>
      <PageHead title={title} lede={i18n.t('readers.lede')} trail={trailOf(subject, i18n)}>
        <StepLine i18n={i18n} step={2} />
        {wordsKeys.map((key) => (
          <p class="save-line" data-words-safe={key}>
            {i18n.t('readers.saved')}
          </p>
        ))}
      </PageHead>
      {crisis && <CrisisHelp country={crisis.country} i18n={i18n} />}
      <section class="part">
        <h2 class="visually-hidden">{title}</h2>
        <Form action={i18n.path(path)}>
          {errors.length > 0 && (
            <ErrorSummary
              title={i18n.t('readers.not-yet', { count: errors.length })}
              reassurance={i18n.t('write.nothing-lost')}
              errors={errors}
            />
          )}
          <Hidden fields={[['version', String(draft.version)]]} />
          <Choices
            legend={i18n.t('readers.about')}
            name="about"
            id="about"
            error={errorOf('about')}
            choices={(['self', ...relations] as const).map((value) => ({
              value,
              text: i18n.t(`readers.about.${value}`),
              checked: content.about === value,
            }))}
          />
          <fieldset class="group">
            <legend>{i18n.t('readers.other')}</legend>
            <p class="help">{i18n.t('readers.other-help')}</p>
            <Choices
              legend={i18n.t('readers.minor', { age: adultAge })}
              name="minor"
              id="minor"
              error={errorOf('minor')}
              choices={[
                { value: 'no', text: i18n.t('readers.minor.no'), checked: others && content.minor === false },
                { value: 'yes', text: i18n.t('readers.minor.yes'), checked: others && content.minor === true },
              ]}
            />
            <Field
              i18n={i18n}
              id="age"
              name="age"
              label={i18n.t('readers.age')}
              help={i18n.t('readers.age-help')}
              error={errorOf('age')}
              optional
              value={age}
              inputmode="numeric"
              maxlength={3}
              autocomplete="off"
            />
          </fieldset>
          <Choices
            legend={i18n.t('readers.audience')}
            name="audience"
            id="audience"
            help={i18n.t('readers.audience-help')}
            error={errorOf('audience')}
            choices={(['members', 'everyone'] as const).map((value) => ({
              value,
              text: <b>{i18n.t(`audience.${value}`)}</b>,
              help: i18n.t(`audience.${value}-means`),
              checked: content.audience === value,
            }))}
          />
          {displayName === null ? (
            <Notice>
              <p>{i18n.t('readers.nameless')}</p>
            </Notice>
          ) : (
            <Choices
              legend={i18n.t('readers.named')}
              name="named"
              id="named"
              help={i18n.t('readers.named-help')}
              error={errorOf('named')}
              choices={[
                {
                  value: 'no',
                  text: <b>{i18n.t('experiences.without-name')}</b>,
                  help: bylineOf({ ...content, named: false }, displayName, i18n),
                  checked: content.named === false,
                },
                {
                  value: 'yes',
                  text: <b>{displayName}</b>,
                  help: bylineOf({ ...content, named: true, minor: false }, displayName, i18n),
                  checked: content.named === true,
                },
              ]}
            />
          )}
          <Field
            i18n={i18n}
            id="years"
            name="years"
            kind="select"
            label={i18n.t('readers.years')}
            help={i18n.t('readers.years-help')}
            optional
            value={content.yearsSince ?? ''}
            options={[
              { value: '', text: i18n.t('readers.years.unsaid') },
              ...yearsSince.map((value) => ({ value, text: i18n.t(`years.${value}`) })),
            ]}
          />
          <Choices
            legend={i18n.t('readers.notes')}
            name="notes"
            type="checkbox"
            id="notes"
            help={i18n.t('readers.notes-help')}
            choices={contentNotes.map((value) => ({
              value,
              text: i18n.t(`content-note.${value}`),
              checked: content.contentNotes.includes(value),
            }))}
          />
          <Field
            i18n={i18n}
            id="language"
            name="language"
            kind="select"
            label={i18n.t('readers.language')}
            value={content.language}
            options={languages.map((value) => ({ value, text: i18n.languageName(value) }))}
          />
          <div class="form-end">
            <ButtonRow>
              <Button kind="people" name="act" value="next">
                {i18n.t('readers.next')}
              </Button>
              <Button kind="second" name="act" value="stop">
                {i18n.t('write.stop')}
              </Button>
            </ButtonRow>
            <a class="back" href={i18n.path(draftPath(draft.id))}>
              {i18n.t('readers.back')}
            </a>
          </div>
        </Form>
      </section>
    </Page>
  );
}
