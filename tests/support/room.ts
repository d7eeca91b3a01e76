import { Hono } from 'hono';
import type { SignedIn, StaffRole } from '#platform/auth/signed-in.ts';
import { CairnError } from '#platform/errors/errors.ts';

/** An app for the routes of a room: each request comes from whoever `who` names, and an error is answered by its code, with 418. */
export function createRoom(who: () => { accountId: string; staff: readonly StaffRole[] } | undefined): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    const visitor = who();
    const signedIn: SignedIn | undefined = visitor && {
      accountId: visitor.accountId,
      staff: [...visitor.staff],
      staffRoles: [...visitor.staff],
      sessionId: 's',
      email: 'x@example.org',
      demo: false,
    };
    c.set('signedIn', signedIn);
    await next();
  });
  app.onError((error, c) => c.text(error instanceof CairnError ? error.code : String(error.stack), 418));
  return app;
}

/** Opens pages of a room and sends its forms, as a browser without scripts does; `room` may be made later. */
export function askRoom(room: () => Hono) {
  const read = async (response: Response) => ({
    status: response.status,
    headers: response.headers,
    location: response.headers.get('location'),
    html: await response.text(),
  });
  return {
    get: async (path: string) => read(await room().request(path)),
    async post(path: string, fields: Readonly<Record<string, string | readonly string[]>>) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
      return read(await room().request(path, { method: 'POST', body }));
    },
  };
}
