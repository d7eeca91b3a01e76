import type { I18n } from '#platform/i18n/i18n.ts';
import { PageHead } from '../page-head/page-head.tsx';
import { Page, type SiteFrame } from '../page/page.tsx';
import { RelatedLinks } from '../related/related.tsx';
import type { Fixtures } from './fixture.ts';
import { fixtures } from './fixtures.ts';

const Specimen = ({ i18n, id, fixture }: { i18n: I18n; id: string; fixture: Fixtures }) => (
  <section class="specimen" id={`ui-${id}`} aria-labelledby={`ui-${id}-title`}>
    <div class="why">
      <h2 id={`ui-${id}-title`}>{fixture.title}</h2>
      <p>{fixture.why}</p>
    </div>
    <div>
      {Object.entries(fixture.examples).map(([state, example]) => (
        <div class="stand">
          <p class="state">{state}</p>
          {example(i18n)}
        </div>
      ))}
    </div>
  </section>
);

/** The fixtures that are whole pages, each at `/ui/<name>`. */
export const wholePages: readonly string[] = Object.keys(fixtures).filter((name) => fixtures[name]!.whole);

/** Every component in its states. `show` is one of `wholePages`; without it, the gallery itself. */
export function GalleryPage({ frame, show }: { frame: SiteFrame; show?: string }) {
  const { i18n } = frame;
  const whole = show === undefined ? undefined : fixtures[show];
  if (whole?.whole)
    return (
      <Page frame={frame} meta={{ title: whole.title, path: `/ui/${show}`, noindex: true }} layout={whole.whole}>
        {Object.values(whole.examples).map((example) => example(i18n))}
      </Page>
    );
  return (
    <Page frame={frame} meta={{ title: 'All the parts', path: '/ui', noindex: true }}>
      <PageHead
        title="All the parts"
        lede="Each part once, in its states, with the one thing it is for. Press Comfort above to see them larger, wider, darker or stronger."
      >
        <RelatedLinks
          links={wholePages.map((name) => ({ text: fixtures[name]!.title, href: i18n.path(`/ui/${name}`) }))}
        />
      </PageHead>
      {Object.entries(fixtures)
        .filter(([, fixture]) => !fixture.whole)
        .map(([id, fixture]) => (
          <Specimen i18n={i18n} id={id} fixture={fixture} />
        ))}
    </Page>
  );
}
