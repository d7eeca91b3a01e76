import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { foreign } from '#platform/i18n/i18n.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Hidden } from '#ui/form/form.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import type { SiteFrame } from '#ui/page/page.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { inForce, type Consent, type ConsentKind, type Wording } from './consent.ts';
import type { Member } from './member.ts';
import { MyPageFrame, myPath } from './me.views.tsx';

/** The words of a consent, each line a paragraph, without its title. */
const Words = ({ i18n, wording }: { i18n: I18n; wording: Pick<Wording, 'text' | 'language'> }) => (
  <blockquote class="flow" {...foreign(i18n, wording.language)}>
    {wording.text
      .split('\n')
      .slice(1)
      .map((paragraph) => (
        <p>{paragraph}</p>
      ))}
  </blockquote>
);

const titleIn = ({ text }: Pick<Wording, 'text'>) => text.split('\n')[0]!;

/** What ends when a consent is taken back, with what it means for this member. */
function effectOf(kind: ConsentKind, member: Member, i18n: I18n): string {
  if (kind === 'health') return i18n.t('me.consents.effect.health', { count: member.memberships.length });
  if (kind === 'contact')
    return i18n.t('me.consents.effect.contact', { count: member.memberships.filter(({ listed }) => listed).length });
  return i18n.t(`me.consents.effect.${kind}`);
}

const ConsentForm = ({
  i18n,
  act,
  kind,
  version,
  children,
}: {
  i18n: I18n;
  act: 'give' | 'take-back';
  kind: ConsentKind;
  version?: string;
  children: Child;
}) => (
  <form method="post" action={i18n.path(myPath('consents'))}>
    <Hidden fields={[['act', act], ['kind', kind], ...(version === undefined ? [] : [['shown', version] as const])]} />
    <ButtonRow>{children}</ButtonRow>
  </form>
);

function GivenConsent({
  i18n,
  consent,
  wording,
  member,
}: {
  i18n: I18n;
  consent: Consent;
  wording: Wording;
  member: Member;
}) {
  const { kind } = consent;
  return (
    <>
      <p>
        <Tag kind="knowledge">{i18n.t('me.consents.given', { day: i18n.date(consent.agreedAt) })}</Tag>{' '}
        {consent.language !== i18n.language &&
          i18n.t('me.consents.in-language', { language: i18n.languageName(consent.language as LanguageTag) })}
      </p>
      <Words i18n={i18n} wording={consent} />
      {consent.language === wording.language && consent.version !== wording.version && (
        <Notice kind="knowledge">
          <p>{i18n.t('me.consents.new-words')}</p>
          <Words i18n={i18n} wording={wording} />
          <ConsentForm i18n={i18n} act="give" kind={kind} version={wording.version}>
            <Button kind="second">{i18n.t('me.consents.give-new')}</Button>
          </ConsentForm>
        </Notice>
      )}
      <Fold summary={i18n.t('me.consents.take-back')}>
        <p>{effectOf(kind, member, i18n)}</p>
        {kind === 'account' ? (
          <p>
            <ButtonLink kind="second" href={i18n.path('/me/leave')}>
              {i18n.t('me.consents.leave')}
            </ButtonLink>
          </p>
        ) : (
          <ConsentForm i18n={i18n} act="take-back" kind={kind}>
            <Button kind="second">{i18n.t('me.consents.take-back-now')}</Button>
          </ConsentForm>
        )}
      </Fold>
    </>
  );
}

/** What somebody agreed to, in the words of then, and what they could agree to, in the words of today. */
export function ConsentsOfMinePage({
  frame,
  member,
  consents,
  wordings,
  said,
}: {
  frame: SiteFrame;
  member: Member;
  consents: readonly Consent[];
  wordings: readonly Wording[];
  said?: Child;
}) {
  const { i18n } = frame;
  return (
    <MyPageFrame frame={frame} page="consents" lede={i18n.t('me.consents.lede')} said={said}>
      {wordings.map((wording) => {
        const { kind } = wording;
        const consent = inForce(consents, kind);
        const past = consents.filter((each) => each.kind === kind && each.withdrawnAt !== null);
        return (
          <section class="part lesser" id={kind} aria-labelledby={`${kind}-title`}>
            <h2 id={`${kind}-title`}>{titleIn(wording)}</h2>
            <div class="flow">
              {consent ? (
                <GivenConsent i18n={i18n} consent={consent} wording={wording} member={member} />
              ) : (
                <>
                  <p>
                    <Tag>{i18n.t('me.consents.not-given')}</Tag>
                  </p>
                  <Words i18n={i18n} wording={wording} />
                  <ConsentForm i18n={i18n} act="give" kind={kind} version={wording.version}>
                    <Button kind="second">{i18n.t('me.consents.give')}</Button>
                  </ConsentForm>
                </>
              )}
              {past.length > 0 && (
                <Fold summary={i18n.t('me.consents.history')}>
                  {past.map((each) => (
                    <div class="flow">
                      <p>
                        {i18n.t('me.consents.history-line', {
                          from: i18n.date(each.agreedAt),
                          until: i18n.date(each.withdrawnAt!),
                        })}
                      </p>
                      <Words i18n={i18n} wording={each} />
                    </div>
                  ))}
                </Fold>
              )}
            </div>
          </section>
        );
      })}
    </MyPageFrame>
  );
}

/** What was done, and the way back. */
export const TakenBack = ({ i18n, wording }: { i18n: I18n; wording: Wording }) => (
  <>
    <p>{i18n.t('me.consents.was-taken-back')}</p>
    <ConsentForm i18n={i18n} act="give" kind={wording.kind} version={wording.version}>
      <Button kind="second">{i18n.t('me.consents.undo')}</Button>
    </ConsentForm>
  </>
);
