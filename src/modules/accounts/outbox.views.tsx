import { foreign } from '#platform/i18n/i18n.ts';
import type { StoredMail } from '#platform/mail/mail.repository.ts';
import { Empty } from '#ui/empty/empty.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';

/** Every mail as it would have been read, with links to follow. */
export function OutboxPage({ frame, mails }: { frame: SiteFrame; mails: readonly StoredMail[] }) {
  const { i18n } = frame;
  return (
    <Page frame={frame} meta={{ title: i18n.t('outbox.title'), path: '/outbox', noindex: true }}>
      <PageHead title={i18n.t('outbox.title')} lede={i18n.t('outbox.lede')} />
      {mails.length === 0 && (
        <Empty title={i18n.t('outbox.none')} action={{ text: i18n.t('sign-in.title'), href: i18n.path('/sign-in') }} />
      )}
      {mails.map((mail) => (
        <article class="part lesser" aria-labelledby={`mail-${mail.id}`}>
          <h2 id={`mail-${mail.id}`} {...foreign(i18n, mail.language)}>
            {mail.subject}
          </h2>
          <p class="soft">{i18n.t('outbox.to', { address: mail.to })}</p>
          <div class="flow" {...foreign(i18n, mail.language)}>
            {mail.body.split(/\n-- \n|\n{2,}/u).map((paragraph) => (
              <p>{withLinks(paragraph, frame.origin)}</p>
            ))}
          </div>
        </article>
      ))}
    </Page>
  );
}

/** Addresses of this site become links; nothing else does. */
const withLinks = (text: string, origin: string) =>
  text
    .split(/(\s+)/u)
    .map((word) => (word.startsWith(`${origin}/`) ? <a href={word.slice(origin.length)}>{word}</a> : word));
