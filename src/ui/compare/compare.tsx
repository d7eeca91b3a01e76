import type { Child } from 'hono/jsx';

interface CompareProps {
  /** For those who do not see the table. */
  caption: string;
  sides: readonly [CompareSide, CompareSide];
  rows: readonly { id: string; name: Child; cells: readonly [Child, Child] }[];
}

export interface CompareSide {
  name: string;
  href: string;
}

/**
 * Two things side by side, row by row. In a narrow place each row becomes two passages, each under its own name and with
 * its own kind of line (whole or broken), so that the sides are told apart without colour and without looking up.
 */
export const Compare = ({ caption, sides, rows }: CompareProps) => (
  <div class="table">
    <table class="compare" role="table">
      <caption class="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <td role="cell"></td>
          {sides.map(({ name, href }) => (
            <th scope="col" role="columnheader">
              <a href={href}>{name}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ id, name, cells }) => (
          <tr role="row" id={id}>
            <th scope="row" role="rowheader">
              {name}
            </th>
            {cells.map((cell, index) => (
              <td role="cell" data-label={sides[index]!.name}>
                <span>{cell}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
