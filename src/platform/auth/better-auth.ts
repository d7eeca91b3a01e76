import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';

export interface LibraryOptions {
  /** May be a transaction. */
  database: Database;
  origin: string;
  siteName: string;
  secret: string;
  sessionSeconds: number;
  /** Compares its tables with ours before the first call: tests. */
  validateSchema?: boolean;
}

/** Starts a session for whoever has shown who they are, by whichever way. */
const startSession = createAuthEndpoint(
  '/start-session',
  { method: 'POST', body: z.object({ accountId: z.uuid() }), metadata: { SERVER_ONLY: true } },
  async (ctx) => {
    const { internalAdapter } = ctx.context;
    const user = await internalAdapter.findUserById(ctx.body.accountId);
    if (!user) return undefined;
    const session = await internalAdapter.createSession(user.id);
    await setSessionCookie(ctx, { session, user });
    return { sessionId: session.id };
  },
);

/**
 * better-auth over our tables. Nothing of it is reachable by HTTP: our routes call what they need. It makes sessions and
 * their cookies, hashes passwords, and speaks WebAuthn. An instance costs a millisecond, so each transaction has its own.
 */
export const openLibrary = ({
  database,
  origin,
  siteName,
  secret,
  sessionSeconds,
  validateSchema = false,
}: LibraryOptions) =>
  betterAuth({
    appName: siteName,
    baseURL: origin,
    basePath: '/auth',
    secret,
    trustedOrigins: [origin],
    database: { db: database, type: 'postgres', transaction: false },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    user: {
      modelName: 'accounts',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'sessions',
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      freshAge: 0,
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'credentials',
      fields: {
        userId: 'account_id',
        providerId: 'provider',
        accountId: 'provider_account',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: 'cairn',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId(), validateSchema },
    },
    databaseHooks: {
      // It writes an empty text for an address that it was told not to keep.
      session: { create: { before: async (session) => ({ data: { ...session, ipAddress: null } }) } },
    },
    plugins: [
      passkey({
        // Our routes know who asks; `context` is the account, and comes from them alone.
        registration: {
          requireSession: false,
          resolveUser: async ({ ctx, context }) => {
            const user = await ctx.context.internalAdapter.findUserById(context ?? '');
            if (!user) throw new Error('A passkey was to be made for an account that is gone');
            return { id: user.id, name: user.email, displayName: user.email };
          },
        },
        rpID: new URL(origin).hostname,
        rpName: siteName,
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
        schema: {
          passkey: {
            modelName: 'passkeys',
            fields: {
              userId: 'account_id',
              publicKey: 'public_key',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
      { id: 'cairn', endpoints: { startSession } },
    ],
  });

export type Library = ReturnType<typeof openLibrary>;
