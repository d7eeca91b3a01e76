import type { I18n } from '#platform/i18n/i18n.ts';
import { changedParagraphs } from '#modules/answers/index.ts';
import { formatSource, type Claim } from '#modules/knowledge/index.ts';
import { Change } from '#ui/change/change.tsx';
import { Evidence } from '#ui/desk/desk.tsx';
import type { DeskView } from './desk.usecases.ts';
import { numberInFull } from './number-words.ts';
import type { ProposedText } from './proposed-text.usecases.ts';
import { changesOf } from './signed-changes.ts';

/** Words, numbers and sources that are not as they were signed. */
export function Changes({
  view: { page, proposal },
  before: { form, number, signed },
  i18n,
}: {
  view: DeskView;
  before: NonNullable<DeskView['before']>;
  i18n: I18n;
}) {
  const { revision } = page.answer;
  const { claims: named, sources } = changesOf(form, page);
  // whoever signs the text sees every number that is changed with it
  const claims = [...named, ...(proposal?.claims ?? []).filter(({ id }) => named.every((each) => each.id !== id))];
  const wordsChanged = form.short !== revision.short || form.body !== revision.body;
  return (
    <section class="flow" aria-labelledby="changes">
      <h2 id="changes">{i18n.t('desk.changes')}</h2>
      <p>
        {signed
          ? i18n.t('desk.changes-since', { number, day: i18n.date(signed.on), name: signed.by })
          : i18n.t('desk.changes-proposed', { number })}
      </p>
      {form.short !== revision.short && (
        <Change
          i18n={i18n}
          id="change-short"
          title={i18n.t('answers.short')}
          paragraphs={changedParagraphs(form.short, revision.short)}
        />
      )}
      {form.body !== revision.body && (
        <Change
          i18n={i18n}
          id="change-body"
          title={i18n.t('history.body')}
          paragraphs={changedParagraphs(form.body, revision.body).filter((pieces) =>
            pieces.some(({ added, removed }) => added ?? removed),
          )}
        />
      )}
      {(claims.length > 0 || sources.length > 0) && (
        <Evidence>
          <NumberChanges claims={claims} i18n={i18n} />
          {sources.map(({ key, before, now }) => (
            <p>
              <b>{key}</b>{' '}
              {i18n.t(
                now === undefined
                  ? 'desk.source-gone'
                  : before === undefined
                    ? 'desk.source-new'
                    : 'desk.source-changed',
                {
                  source: formatSource(now ?? before, i18n.language).text,
                },
              )}
            </p>
          ))}
        </Evidence>
      )}
      {!wordsChanged && claims.length === 0 && sources.length === 0 && <p>{i18n.t('desk.nothing-changed')}</p>}
    </section>
  );
}

/** Numbers that come with a text that nobody has written before. */
export function NewNumbers({ claims, i18n }: { claims: ProposedText['claims']; i18n: I18n }) {
  if (claims.length === 0) return null;
  return (
    <section class="flow" aria-labelledby="changes">
      <h2 id="changes">{i18n.t('desk.numbers')}</h2>
      <Evidence>
        <NumberChanges claims={claims} i18n={i18n} />
      </Evidence>
    </section>
  );
}

const NumberChanges = ({
  claims,
  i18n,
}: {
  claims: readonly { id: string; before?: Claim | null; now?: Claim }[];
  i18n: I18n;
}) => (
  <>
    {claims.map(({ id, before, now }) => (
      <p>
        <b>{id}</b>{' '}
        {i18n.t('desk.claim-change', {
          before: before ? numberInFull(before, i18n) : i18n.t('desk.none'),
          now: now ? numberInFull(now, i18n) : i18n.t('desk.none'),
        })}
      </p>
    ))}
  </>
);
