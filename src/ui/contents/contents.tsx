import type { I18n } from '#platform/i18n/i18n.ts';

export interface ContentsEntry {
  /** Of the part. */
  id: string;
  text: string;
  /** What people wrote or who they are, not medicine. */
  people?: boolean;
}

/** "On this page", as a trail with a waypoint for each part. Put it straight into `Page`, after the opening. */
export const Contents = ({ i18n, parts }: { i18n: I18n; parts: readonly ContentsEntry[] }) => (
  <nav class="contents" aria-labelledby="contents-title" data-contents>
    <h2 id="contents-title">{i18n.t('contents.title')}</h2>
    <ol role="list">
      {parts.map(({ id, text, people }) => (
        <li class={people ? 'people' : undefined}>
          <a href={`#${id}`}>{text}</a>
        </li>
      ))}
    </ol>
  </nav>
);
