import { Hono } from 'hono';
import type { Database } from '#platform/db/database.ts';
import { createMailRepository } from '#platform/mail/mail.repository.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { OutboxPage } from './outbox.views.tsx';

const atOnce = 50;

/** The mail that the demonstration would have sent. In no other mode is there such a page. */
export function createOutboxRoutes({ frame, database }: { frame: SiteFrame; database: Database }): Hono {
  const routes = new Hono();
  routes.get('/outbox', async (c) => {
    c.header('cache-control', 'private, no-store');
    const mails = await createMailRepository(database).listNewest(atOnce);
    return c.html(<OutboxPage frame={frame} mails={mails} />);
  });
  return routes;
}
