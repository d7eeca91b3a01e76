import type { Child } from 'hono/jsx';

/** A text in hand, and how it will look beside it, or under it on small screens. Put it straight into `Page`. */
export const Editor = ({ children, shown }: { children: Child; shown: Child }) => (
  <div class="editor">
    <div class="writing">{children}</div>
    <div class="shown">{shown}</div>
  </div>
);

export interface Reading {
  /** "Words" */
  name: string;
  /** "41 of 60" */
  value: string;
  /** Above the limit, in words. */
  over?: string;
}

/** What was counted in a text, and whether it keeps its limits. */
export const Readings = ({ readings }: { readings: readonly Reading[] }) => (
  <dl class="readings">
    {readings.map(({ name, value, over }) => (
      <div class={over ? 'over' : undefined}>
        <dt>{name}</dt>
        <dd>
          {value} {over && <b>{over}</b>}
        </dd>
      </div>
    ))}
  </dl>
);

/** What is to be put right in a field, each with the place in it. */
export const FieldFaults = ({ id, faults }: { id: string; faults: readonly { where?: string; says: Child }[] }) =>
  faults.length === 0 ? null : (
    <ul class="field-faults" id={id} role="list">
      {faults.map(({ where, says }) => (
        <li>
          {where && <b>{where}</b>} {says}
        </li>
      ))}
    </ul>
  );

/** Sources that were found, each with what is written to cite it. */
export const SourcePicker = ({
  sources,
}: {
  sources: readonly { cite: string; title: string; text: string; action?: Child }[];
}) => (
  <ul class="source-picker" role="list">
    {sources.map(({ cite, title, text, action }) => (
      <li>
        <span>
          <b>{title}</b>
          <span>{text}</span>
        </span>
        <code data-cite={cite}>{cite}</code>
        {action}
      </li>
    ))}
  </ul>
);

/** Two texts beside each other, of which one is chosen. */
export const TwoTexts = ({ texts }: { texts: readonly { title: string; text: string; lang: string }[] }) => (
  <div class="two-texts">
    {texts.map(({ title, text, lang }) => (
      <section>
        <h3>{title}</h3>
        <pre lang={lang}>{text}</pre>
      </section>
    ))}
  </div>
);
