import type { Audit } from '#platform/audit/audit.ts';
import type { Auth } from '#platform/auth/auth.ts';
import type { Seal } from '#platform/auth/sealed.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Mails } from '#platform/mail/mail.ts';
import type { RateLimit } from '#platform/rate-limit/rate-limit.ts';
import type { SiteFrame } from '#ui/page/page.tsx';

/** What the routes of this module are handed. */
export interface AccountServices {
  database: Database;
  clock: Clock;
  auth: Auth;
  seal: Seal;
  mails: Mails;
  audit: Audit;
  rateLimit: Pick<RateLimit, 'take'>;
}

export interface AccountRoutesOptions extends AccountServices {
  frame: SiteFrame;
  /** Where somebody goes who wanted nothing else: who is here, and who has just come. */
  after: { back: string; first: string };
  /** The script that passkeys need. */
  passkeyScript: string;
}
