import { createTransport } from 'nodemailer';
import type { Transport } from './mail.ts';

/** Mail over SMTP. The server is asked for an encrypted connection, and waited for half a minute at most. */
export function smtpTransport({ url, from }: { url: string; from: string }): Transport {
  const limits = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000 };
  const server = createTransport(url, { from, ...limits });
  return async ({ id, to, subject, body, language }) => {
    await server.sendMail({
      to,
      subject,
      text: body,
      // The same each time a mail is tried, so that a second copy can be told.
      messageId: `<${id}@${from.replace(/^.*@|>.*$/gu, '')}>`,
      headers: { 'content-language': language, 'auto-submitted': 'auto-generated' },
    });
  };
}
