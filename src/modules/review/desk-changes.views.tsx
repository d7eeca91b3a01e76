import type { I18n } from '#platform/i18n/i18n.ts';
import { changedParagraphs } from '#modules/answers/index.ts';
import { claimText, formatSource, type Claim } from '#modules/knowledge/index.ts';
import { Change } from '#ui/change/change.tsx';
import { Evidence } from '#ui/desk/desk.tsx';
import type { DeskView } from './desk.usecases.ts';
import { changesOf } from './signed-changes.ts';

/** Words, numbers and sources that are not as they were signed. */
export function Changes({ view: { page, before, proposal }, i18n }: { view: DeskView; i18n: I18n }) {
  const { form, number, signed } = before!;
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
          {claims.map(({ id, before, now }) => (
            <p>
              <b>{id}</b>{' '}
              {i18n.t('desk.claim-change', {
                before: before ? numberInWords(before, i18n) : i18n.t('desk.none'),
                now: now ? numberInWords(now, i18n) : i18n.t('desk.none'),
              })}
            </p>
          ))}
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

const numberInWords = (claim: Claim, i18n: I18n) => claimText(claim, 'whole', i18n);
