import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';

const besideUs =
  /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)|^(::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i;

/**
 * Where a request comes from, for limits alone: never stored or logged. Behind a proxy, which is on this machine or in its
 * network, the proxy's word counts: the last address in `x-forwarded-for` that is not another proxy. Of IPv6, the network
 * that one household has.
 */
export function askerOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage };
  const peer = incoming?.socket.remoteAddress ?? 'unknown';
  if (!besideUs.test(peer)) return networkOf(peer);
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim());
  return networkOf(forwarded.findLast((address) => address !== '' && !besideUs.test(address)) ?? peer);
}

function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/iu, '').slice(0, 60);
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return `${[...before, ...Array<string>(missing).fill('0'), ...after].slice(0, 4).join(':')}::`;
}
