import type { ShownError } from '#app/http-errors.ts';
import { regionNotFound } from '#modules/atlas/index.ts';
import { pairNotFound } from '#modules/conditions/index.ts';
import { ErrorPage } from '#ui/error-page/error-page.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import type { Link } from '#ui/trail/trail.tsx';

/** What kind of trouble a status is, in the words of the messages. */
function troubleOf({ status, code }: ShownError) {
  if (code === pairNotFound.code) return 'no-pair';
  if (code === regionNotFound.code) return 'no-place';
  if (status === 404 || status === 410) return 'not-found';
  // people and what they wrote, not requests
  if (status === 429) {
    if (/^(members|experiences)\.read_/u.test(code)) return 'read-enough';
    return code === 'experiences.wrote_too_often' ? 'wrote-enough' : 'too-many';
  }
  if (status === 413) return 'too-long';
  return status < 500 ? 'unreadable' : 'broken';
}

/** One page for everything that goes wrong: what happened, what to do, ways on. Nothing of the inside. */
export function TroublePage({
  error,
  suggestions,
  frame,
}: {
  error: ShownError;
  suggestions: readonly Link[];
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const trouble = troubleOf(error);
  const title = i18n.t(`trouble.${trouble}`);
  return (
    <Page frame={frame} meta={{ title, path: '/', noindex: true }}>
      <ErrorPage
        i18n={i18n}
        title={title}
        reference={error.reference}
        suggestions={suggestions}
        search={trouble !== 'broken'}
      >
        {i18n.t(`trouble.${trouble}-means`)}
      </ErrorPage>
    </Page>
  );
}
