import type { MiddlewareHandler } from 'hono';

/**
 * What a browser may do with our pages: use what this site itself serves, and nothing else. No inline script or style, no
 * third party, no frame around us, no plug-in, no text that becomes a script.
 */
export function contentSecurityPolicy({ secure }: { secure: boolean }): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self'`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

const notNeeded = [
  'accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid',
  'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment', 'screen-wake-lock', 'serial', 'usb',
]; // prettier-ignore

/** The headers of every response. `origin` is the public address; over https it is to be reached no other way. */
export function securityHeaders({ origin }: { origin: string }): Record<string, string> {
  const secure = origin.startsWith('https:');
  return {
    'content-security-policy': contentSecurityPolicy({ secure }),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': notNeeded.map((name) => `${name}=()`).join(', '),
    // Links to other sites do not tell them which condition someone reads about. Stricter, `no-referrer` would also take the
    // origin from our own forms, by which we know that they are ours.
    'referrer-policy': 'same-origin',
    ...(secure && { 'strict-transport-security': 'max-age=31536000' }),
    'x-content-type-options': 'nosniff',
  };
}

/** Adds the headers that a response does not set itself. */
export function addSecurityHeaders(headers: Readonly<Record<string, string>>): MiddlewareHandler {
  const entries = Object.entries(headers);
  return async (c, next) => {
    await next();
    for (const [name, value] of entries) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
}
