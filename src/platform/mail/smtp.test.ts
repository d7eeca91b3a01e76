import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StoredMail } from './mail.repository.ts';
import { smtpTransport } from './smtp.ts';

let taken: { from: string; to: string[]; login: string | undefined; message: string }[] = [];
const server = new SMTPServer({
  authOptional: true,
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  onAuth: ({ username, password }, _, done) =>
    password === 'right' ? done(null, { user: username }) : done(new Error('535 wrong')),
  onRcptTo: ({ address }, _, done) => done(address.startsWith('full@') ? new Error('552 mailbox full') : null),
  onData: (stream, { envelope, user }, done) => {
    void text(stream).then((message) => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), login: user, message });
      done();
    });
  },
});
let host = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
beforeEach(() => (taken = []));

const from = 'Atlas <atlas@cairn.example>';
const mail: StoredMail = {
  id: '0199a3c1-0000-7000-8000-000000000001',
  to: 'someone@mail.example',
  language: 'es',
  subject: 'Un cambio en cómo entras',
  createdAt: new Date('2026-11-30T12:00:00Z'),
  body: 'Si no fuiste tú, abre esta página:\n\nhttps://cairn.example/es/sign-in/old-address?token=' + 'x'.repeat(80),
};

test('a mail reaches a mail server as plain text that another program reads whole', async () => {
  await smtpTransport({ url: `smtp://user:right@${host}`, from })(mail);
  const [one] = taken;
  expect(one).toMatchObject({ from: 'atlas@cairn.example', to: ['someone@mail.example'], login: 'user' });
  expect(one!.message).toMatch(/^From: Atlas <atlas@cairn\.example>\r$/mu);
  expect(one!.message).toMatch(/^Content-Language: es\r$/imu);
  expect(one!.message).toMatch(/^Auto-Submitted: auto-generated\r$/imu);
  expect(one!.message).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/imu);
  expect(one!.message).not.toMatch(/text\/html|multipart/iu);
  const [, body = ''] = one!.message.split(/\r\n\r\n(.*)/su);
  const read = /quoted-printable/iu.test(one!.message) ? fromQuotedPrintable(body) : body;
  expect(read).toContain('Si no fuiste tú');
  // a long address stays one line, or nobody can follow it
  expect(read).toContain('token=' + 'x'.repeat(80));
});

test('the same mail tried twice has one id, by which the second copy is told', async () => {
  const send = smtpTransport({ url: `smtp://${host}`, from });
  await send(mail);
  await send(mail);
  const ids = taken.map(({ message }) => /^Message-ID: (.*)\r$/imu.exec(message)![1]);
  expect(ids).toEqual([`<${mail.id}@cairn.example>`, `<${mail.id}@cairn.example>`]);
});

test('a server that does not take a mail is an error, so that it is tried again', async () => {
  await expect(smtpTransport({ url: `smtp://${host}`, from })({ ...mail, to: 'full@mail.example' })).rejects.toThrow(
    /mailbox full/u,
  );
  await expect(smtpTransport({ url: `smtp://user:wrong@${host}`, from })(mail)).rejects.toThrow(/535|wrong/u);
  expect(taken).toEqual([]);
});

const fromQuotedPrintable = (encoded: string): string =>
  Buffer.from(
    encoded
      .replace(/=\r\n/gu, '')
      .replace(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
