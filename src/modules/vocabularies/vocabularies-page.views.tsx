import { Facts } from '#ui/facts/facts.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part, Prose } from '#ui/part/part.tsx';
import { vocabularies, type VocabularyId } from './vocabulary.ts';
import type { VocabularyPart } from './vocabulary.repository.ts';
import { Attribution } from './vocabulary.views.tsx';

/** Which vocabularies this atlas holds, in what version, on what terms; how its pages are made of them, and how to write one. */
export function VocabulariesPage({ parts, frame }: { parts: readonly VocabularyPart[]; frame: SiteFrame }) {
  const { i18n } = frame;
  const held = (Object.keys(vocabularies) as VocabularyId[]).filter((id) =>
    parts.some((part) => part.vocabulary === id),
  );
  return (
    <Page
      frame={frame}
      current="about"
      meta={{
        title: i18n.t('vocabularies.page-title'),
        description: i18n.t('vocabularies.page-lede'),
        path: '/vocabularies',
      }}
    >
      <PageHead title={i18n.t('vocabularies.page-title')} lede={i18n.t('vocabularies.page-lede')} />
      {held.length === 0 && (
        <section class="part">
          <Prose>
            <p>{i18n.t('vocabularies.none-here')}</p>
          </Prose>
        </section>
      )}
      {held.map((id, index) => (
        <Part id={id} title={vocabularies[id].name} stones={index === 0 ? undefined : index}>
          <Prose>
            <p>
              <Attribution vocabulary={id} i18n={i18n} />
            </p>
          </Prose>
          <Facts
            facts={parts
              .filter(({ vocabulary }) => vocabulary === id)
              .map(({ part, version, importedAt, statements }) => ({
                name: <span lang="en">{part.replaceAll('_', ' ')}</span>,
                values: [
                  `${i18n.t('vocabularies.part-count', { count: statements })} · ${version ? `${i18n.t('vocabularies.hpo-version', { version })} ` : ''}${i18n.t('vocabularies.imported-on', { day: i18n.date(importedAt) })}`,
                ],
              }))}
          />
        </Part>
      ))}
      <Part id="made" title={i18n.t('vocabularies.made-here-title')} stones={4}>
        <Prose>
          <p>{i18n.t('vocabularies.made-here')}</p>
        </Prose>
      </Part>
      <Part id="write" title={i18n.t('vocabularies.write')} stones={5}>
        <Prose>
          <p>{i18n.t('vocabularies.write-means')}</p>
        </Prose>
      </Part>
    </Page>
  );
}
