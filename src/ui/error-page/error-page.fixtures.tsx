import type { I18n } from '#platform/i18n/i18n.ts';
import { ErrorPage } from './error-page.tsx';

export const title = 'Error page';
export const why =
  'The way is lost, the landscape is not: what happened, what to do, a reference that says nothing of the inside.';
export const whole = 'sheet';
export const examples = {
  'Not found': (i18n: I18n) => (
    <ErrorPage
      i18n={i18n}
      title="We cannot find this page"
      reference="k3v9x2mq7t"
      search
      suggestions={[
        { text: 'Dystonia', href: '#main' },
        { text: 'What is dystonia?', href: '#main' },
      ]}
    >
      It may have moved, or the address has a slip of the pen.
    </ErrorPage>
  ),
};
