import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { Cairn, Ground } from '../stones/stones.tsx';

interface OpeningProps {
  title: Child;
  trail?: Child;
  /** How many stones the page's cairn has, 1 to 6: one for each part; the sixth is people's. */
  stones?: number;
  /** The short answer, the review line, the people line. */
  children: Child;
}

/** The first screenful of an answer or a condition. Put it straight into `Page`. */
export const Opening = ({ title, trail, stones = 6, children }: OpeningProps) => (
  <header class="opening full sheet">
    {trail}
    <div class="opening-text">
      <h1>{title}</h1>
      {children}
    </div>
    <Ground>
      <Cairn stones={stones} size="large" detail />
    </Ground>
  </header>
);

/** At most sixty words: what most readers came for. */
export const ShortAnswer = ({ i18n, children }: { i18n: I18n; children: Child }) => (
  <p class="short-answer">
    <span class="visually-hidden">{i18n.t('opening.short-answer')} </span>
    {children}
  </p>
);
