import type { Link } from '../trail/trail.tsx';

/** What is in the way, each with a link to its field. Put it first in the form. */
export const ErrorSummary = ({
  title,
  reassurance,
  errors,
}: {
  title: string;
  reassurance?: string;
  errors: readonly Link[];
}) => (
  <div class="error-summary" role="alert" aria-labelledby="error-summary-title" tabindex={-1}>
    <h2 id="error-summary-title">{title}</h2>
    {reassurance && <p>{reassurance}</p>}
    <ul role="list">
      {errors.map(({ text, href }) => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  </div>
);
