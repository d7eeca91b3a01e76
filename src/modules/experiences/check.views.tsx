import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Form, Hidden } from '#ui/form/form.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { MarkedText, Preview } from '#ui/writing/writing.tsx';
import type { AskedConsent } from './asked-consent.ts';
import type { Draft } from './draft.ts';
import type { Experience } from './experience.ts';
import { ExperienceStone } from './experience.views.tsx';
import { CrisisHelp } from './help-lines.views.tsx';
import type { Finding } from './revealing.ts';
import { StepLine, trailOf, type Subject } from './write.views.tsx';
import { draftPath } from './writing-paths.ts';

/** What is pointed out in a text, each with its reason; the words themselves are marked. */
export function Findings({ text, findings, i18n }: { text: string; findings: readonly Finding[]; i18n: I18n }) {
  // one reason for each kind, at the first of its places
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  const minor = (kind: Finding['kind']) => findings.some((each) => each.kind === kind && each.forbidden);
  return (
    <div class="flow">
      <MarkedText
        text={text}
        marks={findings.map(({ start, end, kind, forbidden }) => ({
          start,
          end,
          href: `#why-${kind}`,
          alarm: forbidden,
        }))}
      />
      <ul class="reasons">
        {kinds.map((kind) => (
          <li id={`why-${kind}`}>
            <b>{i18n.t(`finding.${kind}`)}</b> {i18n.t(`finding.${kind}-why`)}{' '}
            {minor(kind) && <b>{i18n.t('finding.forbidden')}</b>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The last step: what could say too much, how it will look, and one button. */
export function CheckPage({
  frame,
  subject,
  draft,
  result,
  findings,
  crisis,
  country,
  consent,
  consentMissing = false,
  published,
  said,
}: {
  frame: SiteFrame;
  subject: Subject;
  draft: Draft;
  /** What it will be once it is published. */
  result: Experience;
  findings: readonly Finding[];
  crisis: boolean;
  country: string | null;
  consent?: AskedConsent | undefined;
  consentMissing?: boolean;
  published: boolean;
  said?: Child;
}) {
  const { i18n } = frame;
  const path = draftPath(draft.id, 'check');
  const title = i18n.t('check.title');
  const forbidden = findings.some((each) => each.forbidden);
  const toEveryone = result.audience === 'everyone';
  const card = <ExperienceStone experience={result} i18n={i18n} level={3} quiet />;
  return (
    <Page frame={frame} current="you" meta={{ title, path, noindex: true }}>
      <PageHead title={title} lede={i18n.t('check.lede')} trail={trailOf(subject, i18n)}>
        <StepLine i18n={i18n} step={3} />
        {said && <Notice role="status">{said}</Notice>}
      </PageHead>
      {crisis && <CrisisHelp country={country} i18n={i18n} />}
      {findings.length > 0 && (
        <Part id="look" title={i18n.t(forbidden ? 'check.must' : 'check.look', { count: findings.length })}>
          <p>{i18n.t(forbidden ? 'check.must-means' : 'check.look-means')}</p>
          <Findings
            text={`${result.title ? `${result.title}\n\n` : ''}${result.body}`}
            findings={findings}
            i18n={i18n}
          />
          <ButtonRow>
            <ButtonLink kind={forbidden ? 'does' : 'second'} href={i18n.path(draftPath(draft.id))}>
              {i18n.t('check.change-words')}
            </ButtonLink>
          </ButtonRow>
        </Part>
      )}
      <Part id="result" title={i18n.t('check.result')} lesser={findings.length > 0}>
        <div class="previews">
          <Preview caption={i18n.t(toEveryone ? 'check.everyone-reads' : 'check.members-read')}>{card}</Preview>
          {!toEveryone && (
            <Preview caption={i18n.t('check.strangers-read')}>
              <p class="soft">{i18n.t('check.strangers-nothing')}</p>
            </Preview>
          )}
        </div>
        <ButtonRow>
          <ButtonLink kind="second" href={i18n.path(draftPath(draft.id, 'readers'))}>
            {i18n.t('check.change-readers')}
          </ButtonLink>
          <ButtonLink kind="second" href={i18n.path(draftPath(draft.id))}>
            {i18n.t('check.change-words')}
          </ButtonLink>
        </ButtonRow>
      </Part>
      {!forbidden && (
        <Part id="publish" title={i18n.t(published ? 'check.publish-change' : 'check.publish')} lesser>
          <Form action={i18n.path(path)}>
            {consentMissing && (
              <ErrorSummary
                title={i18n.t('check.consent-needed')}
                reassurance={i18n.t('write.nothing-lost')}
                errors={[{ text: i18n.t('check.consent-tick'), href: '#agree' }]}
              />
            )}
            <Hidden
              fields={[['version', String(draft.version)], ...(consent ? [['shown', consent.version] as const] : [])]}
            />
            {consent && (
              <fieldset class={consentMissing ? 'field wrong' : 'field'}>
                <legend>{consent.title}</legend>
                <p class="help">{consent.text}</p>
                <label class="choice">
                  <input id="agree" type="checkbox" name="agree" value="yes" />
                  <span>{i18n.t('check.agree')}</span>
                </label>
              </fieldset>
            )}
            <p>{i18n.t('check.after')}</p>
            <ButtonRow>
              <Button kind="people" name="act" value="publish">
                {i18n.t(
                  published ? 'check.publish-change' : findings.length > 0 ? 'check.publish-as-is' : 'check.publish',
                )}
              </Button>
              <Button kind="second" name="act" value="stop">
                {i18n.t('write.stop')}
              </Button>
            </ButtonRow>
          </Form>
        </Part>
      )}
    </Page>
  );
}
