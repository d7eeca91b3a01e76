import { Option, type Command } from 'commander';
import { printTable, tableNames, tablesOf, type TableName } from '#modules/mechanism/index.ts';
import { print } from '../run.ts';

/** `cairn mechanism --table A2`: what the model behind the figure says, computed now. */
export function addMechanism(program: Command): void {
  program
    .command('mechanism')
    .description('print what the model of the mechanism figure says (docs/domain/mechanism.md)')
    .addOption(
      new Option('--table <name>', 'A2: the published model; A3: the states of the figure')
        .choices(tableNames)
        .makeOptionMandatory(),
    )
    .action(({ table }: { table: TableName }) => {
      print(tablesOf(table).map(printTable).join('\n\n'));
    });
}
