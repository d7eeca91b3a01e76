import type { Child } from 'hono/jsx';
import { Cairn, Ground } from '../stones/stones.tsx';

interface PartProps {
  id: string;
  title: string;
  /**
   * How many stones lie on its ground line, 0 to 6: one more than in the part before. Absent: no ground line
   * (the first part, under the horizon of the opening).
   */
  stones?: number;
  /** Sources, what people also ask: a quieter heading. */
  lesser?: boolean;
  /** Where it is not the page's language. */
  lang?: string;
  dir?: 'ltr' | 'rtl';
  children: Child;
}

/**
 * One part of a page, with its heading. Running text goes into `<Prose>`; what needs the whole width gets the class
 * `across`; a `<Note>` in prose moves into the margin on wide pages. Put it straight into `Page`.
 */
export const Part = ({ id, title, stones, lesser = false, lang, dir, children }: PartProps) => (
  <section class={lesser ? 'part lesser' : 'part'} id={id} lang={lang} dir={dir} aria-labelledby={`${id}-title`}>
    {stones !== undefined && <Ground>{stones > 0 && <Cairn stones={stones} />}</Ground>}
    <h2 id={`${id}-title`}>{title}</h2>
    {children}
  </section>
);

/** Running text: one rhythm, the measure of a book page. */
export const Prose = ({ children }: { children: Child }) => <div class="flow prose">{children}</div>;
