import { randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';

/** What is known of a request besides what was sent: travels with it as Hono's `env`. */
export interface RequestNotes {
  /** In the log and in the `x-request-id` header; says nothing about who asks. */
  requestId: string;
  /** The pattern that answered, `/conditions/:slug`: what logs and metrics may know of a path. */
  route?: string;
}

export const newRequestId = (): string => randomBytes(9).toString('base64url');

const notesOf = (c: Context): Partial<RequestNotes> => (c.env as { notes?: RequestNotes } | undefined)?.notes ?? {};

export const requestIdOf = (c: Context): string => notesOf(c).requestId ?? 'none';

/** What stands for a path that no page answers; its words may be anything, so they are not kept. */
export const unknownRoute = 'unknown';

/** Notes which pattern answered. First in line, so that it hears of errors too. */
export const noteRoute: MiddlewareHandler = async (c, next) => {
  await next();
  const notes = notesOf(c);
  const pattern = routePath(c, -1);
  notes.route = pattern === '' || /^\/?\*$/.test(pattern) ? unknownRoute : pattern;
};
