/** What the register of personal data says of a table. */
export type TableEntry = PersonalTable | { nobody: string; harmless?: Record<string, string> };

/** How rows are found from a person: a column that holds one of their ids or their address, or a text that names one. */
export interface Found {
  column: string;
  holds: 'account' | 'member' | 'email' | 'a text that names them' | 'the key of a limit' | 'today’s key of a reader';
}

/** A column of the export: what it is called there, and where its value is an id, that it is written as a name. */
export type Field = string | { as: string; named: 'condition' };

/** A part of the export. */
export interface Section {
  name: string;
  /** There is one at most, given as itself; otherwise a list. */
  single?: true;
  found: Found;
  /** By column. */
  fields: Record<string, Field>;
}

export type Erasure =
  | { found: Found; does: 'delete' }
  /** The row says something that stays true without saying of whom. */
  | { found: Found; does: 'cut the link'; sets: readonly string[] }
  /** As its author chose when leaving: the row goes, or stays without any name. */
  | { found: Found; does: 'as they chose'; sets: readonly string[] };

export interface PersonalTable {
  /** What is in it, in one sentence. */
  holds: string;
  exported: readonly Section[];
  /** Columns that are not exported, and why. */
  withheld: Record<string, string>;
  erased: readonly Erasure[];
  /** Columns whose text is ours (codes and the like), never anybody's own words, and which therefore may stay. */
  ours?: readonly string[];
}

export const isPersonal = (entry: TableEntry): entry is PersonalTable => 'holds' in entry;

export const nameOfField = (field: Field): string => (typeof field === 'string' ? field : field.as);
