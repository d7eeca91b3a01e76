import type { Child } from 'hono/jsx';

/** What makes writing easy, said beside the form: nothing here is a rule. */
/** `withScript`: what only holds where scripts run. */
export const Gentle = ({
  title,
  points,
  withScript,
}: {
  title: string;
  points: readonly string[];
  withScript: string;
}) => (
  <aside class="gentle" aria-labelledby="gentle-title">
    <h2 id="gentle-title">{title}</h2>
    <ul>
      {points.map((point) => (
        <li>{point}</li>
      ))}
      <li data-script hidden>
        {withScript}
      </li>
    </ul>
  </aside>
);

/** Where the words are at the moment. The script of the form writes into it, and without one nothing is kept meanwhile. */
export const SaveLine = ({ children }: { children: Child }) => (
  <p class="save-line" role="status" data-save-state data-script hidden>
    {children}
  </p>
);

/** A place in a text that its author should look at again. */
export interface Mark {
  start: number;
  end: number;
  /** Where its reason stands. */
  href: string;
  /** It cannot stay. */
  alarm: boolean;
}

/** A text with some of its words marked, each leading to its reason. `marks` are in order and do not overlap. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const pieces: Child[] = [];
  let at = 0;
  for (const { start, end, href, alarm } of marks) {
    pieces.push(text.slice(at, start));
    pieces.push(
      <mark class={alarm ? 'alarm' : undefined}>
        <a href={href}>{text.slice(start, end)}</a>
      </mark>,
    );
    at = end;
  }
  return (
    <blockquote class="marked-text">
      {pieces}
      {text.slice(at)}
    </blockquote>
  );
}

/** How something will look to somebody, as a sheet of paper on the page. */
export const Preview = ({ caption, children }: { caption: Child; children: Child }) => (
  <figure class="preview">
    <figcaption>{caption}</figcaption>
    <div>{children}</div>
  </figure>
);

/** Whom to call, now: the number is what must be seen first. */
export const HelpLines = ({
  title,
  lede,
  lines,
  children,
}: {
  title: string;
  lede: string;
  lines: readonly { number: string; service: string; hours: string; source: { text: string; href: string } }[];
  children?: Child;
}) => (
  <section class="help-lines" aria-labelledby="help-lines-title">
    <h2 id="help-lines-title">{title}</h2>
    <p>{lede}</p>
    <ul role="list">
      {lines.map(({ number, service, hours, source }) => (
        <li>
          <a class="number" href={`tel:${number.replace(/ /gu, '')}`}>
            {number.replaceAll(' ', '\u00a0')}
          </a>
          <span>
            <b>{service}</b> {hours}{' '}
            <a href={source.href} rel="noopener noreferrer">
              {source.text}
            </a>
          </span>
        </li>
      ))}
    </ul>
    {children}
  </section>
);
