import type { Child } from 'hono/jsx';

export interface Column {
  /** The heading; also written before each cell when rows turn into lists. */
  text: string;
  /** A longer or linked heading. */
  heading?: Child;
  /** Numbers line up at the end. */
  number?: boolean;
}

interface TableProps {
  caption: Child;
  /** Where a heading beside the table already says it. */
  captionHidden?: boolean;
  /** What the row headings are; absent: the corner stays empty. */
  corner?: string;
  columns: readonly Column[];
  rows: readonly { head: Child; cells: readonly Child[] }[];
}

/**
 * Hairlines only. In a narrow place each row becomes a small list, so that nothing scrolls sideways; the roles keep it
 * a table for screen readers then.
 */
export const Table = ({ caption, captionHidden = false, corner, columns, rows }: TableProps) => (
  <div class="table">
    <table class="stacks" role="table">
      <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {corner ? (
            <th scope="col" role="columnheader">
              {corner}
            </th>
          ) : (
            <td role="cell"></td>
          )}
          {columns.map(({ text, heading, number }) => (
            <th scope="col" role="columnheader" class={number ? 'number' : undefined}>
              {heading ?? text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ head, cells }) => (
          <tr role="row">
            <th scope="row" role="rowheader">
              {head}
            </th>
            {cells.map((cell, i) => (
              <td role="cell" class={columns[i]?.number ? 'number' : undefined} data-label={columns[i]?.text}>
                <span>{cell}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
