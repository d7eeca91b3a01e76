import type { I18n } from '#platform/i18n/i18n.ts';

/** A stretch of text, as the `diff` library gives it. */
export interface ChangePiece {
  value: string;
  added?: boolean;
  removed?: boolean;
}

interface ChangeProps {
  i18n: I18n;
  /** Which part of the text. */
  title: string;
  id: string;
  /** Paragraphs, each in pieces. */
  paragraphs: readonly (readonly ChangePiece[])[];
}

/** What changed, word by word. Added is underlined, removed is struck through, both are said; colour comes second. */
export const Change = ({ i18n, title, id, paragraphs }: ChangeProps) => (
  <section class="change" aria-labelledby={`${id}-title`}>
    <h3 id={`${id}-title`}>{title}</h3>
    {paragraphs.map((pieces) => (
      <p>
        {pieces.map(({ value, added, removed }) =>
          added ? (
            <ins>
              <span class="visually-hidden">{i18n.t('change.added')} </span>
              {value}
            </ins>
          ) : removed ? (
            <del>
              <span class="visually-hidden">{i18n.t('change.removed')} </span>
              {value}
            </del>
          ) : (
            value
          ),
        )}
      </p>
    ))}
  </section>
);
