import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Who may read /metrics: whoever knows the token, or a program on this machine. A proxy also runs on this machine, but
 * says for whom it asks.
 */
export function mayReadMetrics(
  { headers, socket }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
  token: string | undefined,
): boolean {
  if (headers.authorization !== undefined)
    return token !== undefined && isSame(headers.authorization, `Bearer ${token}`);
  const cameThroughProxy = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    (name) => headers[name] !== undefined,
  );
  return !cameThroughProxy && loopback.test(socket.remoteAddress ?? '');
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const isSame = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));
