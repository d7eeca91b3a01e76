import { Argument, Option, type Command } from 'commander';
import { openServices, type OpenServices, type Parts } from '#app/start.ts';
import {
  accountMails,
  createAccountRepository,
  createStaffRepository,
  forgetSecondFactor,
  grantRole,
  readMailAddress,
  removeRole,
  staffAddressUnreadable,
  staffAddressUnknown,
} from '#modules/accounts/index.ts';
import { createAudit } from '#platform/audit/audit.ts';
import { staffRoles, type StaffRole } from '#platform/auth/signed-in.ts';
import { readConfig } from '#platform/config/config.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { silentLog } from '#platform/logging/log.ts';
import { print } from '../run.ts';

function readAddress(typed: string): string {
  const read = readMailAddress(typed);
  if ('problem' in read) throw staffAddressUnreadable({ typed });
  return read.address;
}

/** Who runs the server gives the first roles; whatever is done here goes into the record, as done by the operator. */
export function addStaff(program: Command, parts: Parts): void {
  const command = program.command('staff').description('who may do what for the organisation');

  /** What every subcommand needs, and its end. */
  async function withStaff(work: (tools: ReturnType<typeof toolsOf>) => Promise<void>): Promise<void> {
    const { services, close } = await openServices(readConfig(), { parts, log: silentLog, work: false });
    try {
      await work(toolsOf(services));
    } finally {
      await close();
    }
  }

  const role = () => new Option('--role <role>', 'what they may do').choices([...staffRoles]).makeOptionMandatory();
  const mail = () => new Argument('<mail>', 'their mail address');

  command
    .command('add')
    .description('give a role to whoever has this mail address; they are written to')
    .addArgument(mail())
    .addOption(role())
    .action((typed: string, options: { role: StaffRole }) =>
      withStaff(async ({ shared, mails, language }) => {
        const address = readAddress(typed);
        const writeMail = mails.staffRole;
        const added = await grantRole({
          ...shared,
          actor: 'operator',
          role: options.role,
          address,
          language,
          writeMail,
        });
        print(
          added
            ? `${address} is now a ${options.role}. The role works once they have signed in and set up a second factor.`
            : `${address} was a ${options.role} already.`,
        );
      }),
    );

  command
    .command('list')
    .description('show who has which role')
    .action(() =>
      withStaff(async ({ shared }) => {
        const staff = await createStaffRepository(shared.database).list();
        if (staff.length === 0) print('Nobody has a role yet. Begin with `cairn staff add <mail> --role steward`.');
        for (const { email, role: each, ready } of staff)
          print(`${each.padEnd(10)} ${email}${ready ? '' : '  (no second factor yet, so the role rests)'}`);
      }),
    );

  command
    .command('remove')
    .description('take a role away')
    .addArgument(mail())
    .addOption(role())
    .action((typed: string, options: { role: StaffRole }) =>
      withStaff(async ({ shared, mails }) => {
        const address = readAddress(typed);
        const account = await createAccountRepository(shared.database).findByAddress(address);
        const writeMail = mails.staffRole;
        const removed =
          account &&
          (await removeRole({ ...shared, actor: 'operator', role: options.role, accountId: account.id, writeMail }));
        print(removed ? `${address} is no longer a ${options.role}.` : `${address} was no ${options.role}.`);
      }),
    );

  command
    .command('forget-second-factor')
    .description('let somebody in who lost their app and their backup codes; make sure first that it is them')
    .addArgument(mail())
    .action((typed: string) =>
      withStaff(async ({ shared, mails }) => {
        const address = readAddress(typed);
        const account = await createAccountRepository(shared.database).findByAddress(address);
        if (!account) throw staffAddressUnknown({ address });
        await forgetSecondFactor({ ...shared, accountId: account.id, writeMail: mails.change });
        print(`${address} signs in without a second factor until they set up a new one. They were written to.`);
      }),
    );
}

function toolsOf({ config, database, clock, mails }: OpenServices['services']) {
  const i18n = createI18n(createLanguages(), 'en');
  return {
    shared: { database: database.db, clock, mails, audit: createAudit({ clock }) },
    mails: accountMails({ i18n, origin: config.origin, siteName: config.siteName }),
    language: i18n.language,
  };
}
