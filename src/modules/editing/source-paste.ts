import { sourceSchema } from '#modules/packs/index.ts';
import type { Source } from './proposal.ts';

/** A DOI or a PMID. */
export interface Identifier {
  kind: 'doi' | 'pmid';
  id: string;
}

/** What somebody pasted, as sources; or why it cannot be read as any. */
export type Pasted =
  | { sources: Source[] }
  | { problem: 'empty' | 'not-json' | 'not-csl' | 'no-title'; detail?: string }
  /** It says which source it is, and nothing else of it. */
  | { problem: 'only-id'; detail?: string; identifier: Identifier };

const doi = /\b(10\.\d{4,9}\/[^\s"<>]+[^\s"<>.,;)\]])/u;
const pmid = /\bPMID:?\s*([1-9]\d{0,8})\b/iu;
const year = /\b(1[89]\d\d|20\d\d)\b/u;

/**
 * Reads CSL-JSON (one item or a list), or a reference as text: authors up to the first full stop, then the title, then where it
 * appeared, with a year, a DOI or a PMID in it. Nothing is looked up anywhere. `taken` are citation keys that are in use.
 */
export function readPasted(pasted: string, taken: ReadonlySet<string>): Pasted {
  const text = pasted.trim();
  if (text === '') return { problem: 'empty' };
  if (/^[[{]/u.test(text)) return readCsl(text, taken);
  const identifier = bareIdentifier(text);
  return identifier ? { problem: 'only-id', detail: identifier.id, identifier } : readReference(text, taken);
}

const bareDoi = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:?\s*)?(10\.\d{4,9}\/[^\s"<>]+)$/iu;
const barePmid = /^(?:https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/|PMID:?\s*)?([1-9]\d{2,8})\/?$/iu;

/** A DOI or PMID with nothing beside it: by itself, behind its name, or in its address. */
function bareIdentifier(text: string): Identifier | undefined {
  const [, asDoi] = bareDoi.exec(text) ?? [];
  if (asDoi) return { kind: 'doi', id: asDoi.replace(/[.,;)\]]+$/u, '') };
  const [, asPmid] = barePmid.exec(text) ?? [];
  return asPmid ? { kind: 'pmid', id: asPmid } : undefined;
}

function readCsl(text: string, taken: ReadonlySet<string>): Pasted {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'not-json' };
  }
  const sources: Source[] = [];
  const used = new Set(taken);
  for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (typeof item !== 'object' || item === null) return { problem: 'not-csl', detail: String(item) };
    const known = withoutUnknown(item as Record<string, unknown>);
    const read = sourceSchema.safeParse({ ...known, id: keyFor(known, used) });
    if (!read.success) {
      const [issue] = read.error.issues;
      return { problem: 'not-csl', detail: `${issue!.path.join('.')}: ${issue!.message}` };
    }
    used.add(read.data.id);
    sources.push(read.data);
  }
  return sources.length > 0 ? { sources } : { problem: 'empty' };
}

/**
 * What reference managers add and no page prints (`abstract`, `custom`…) is left out; and `note`, in which the site says why a
 * source is marked.
 */
function withoutUnknown(item: Record<string, unknown>): Record<string, unknown> {
  const shape = Object.keys(sourceSchema.shape);
  const entries = Object.entries(item).filter(
    ([key, value]) => shape.includes(key) && key !== 'note' && value !== '' && value !== null,
  );
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      typeof value === 'number' && key !== 'issued' ? String(value) : tidyValue(key, value),
    ]),
  );
}

const ofNames = ['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle'];

/** Catalogues give lists where one is printed, markup in titles, and names with much that no page prints. */
function tidyValue(key: string, value: unknown): unknown {
  if (typeof value === 'string') return tidyWords(value);
  if (!Array.isArray(value)) return tidyDate(value);
  if (key !== 'author' && key !== 'editor') return typeof value[0] === 'string' ? tidyWords(value[0]) : undefined;
  const names = (value as unknown[]).flatMap((name) => {
    if (typeof name !== 'object' || name === null) return [];
    const { name: whole, ...parts } = name as Record<string, unknown>;
    const known = Object.entries(parts).filter(
      (each): each is [string, string] => ofNames.includes(each[0]) && typeof each[1] === 'string' && each[1] !== '',
    );
    const tidy = Object.fromEntries(known.map(([part, words]) => [part, tidyWords(words)]));
    return Object.keys(tidy).length > 0 ? [tidy] : typeof whole === 'string' ? [{ literal: tidyWords(whole) }] : [];
  });
  return names.length > 0 ? names : undefined;
}

const tidyWords = (words: string): string =>
  words
    .replace(/<\/?(?:i|b|em|strong|sub|sup|scp|sc|span)\b[^<>]*>/giu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** Dates may come as texts, and with fields that no page prints. */
function tidyDate(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('date-parts' in value)) return value;
  const parts = value['date-parts'];
  if (!Array.isArray(parts)) return value;
  const dates = parts.flatMap((part: unknown) => (Array.isArray(part) && part[0] !== null ? [part.map(Number)] : []));
  return dates.length > 0 ? { 'date-parts': dates } : undefined;
}

function readReference(text: string, taken: ReadonlySet<string>): Pasted {
  const found = { DOI: doi.exec(text)?.[1], PMID: pmid.exec(text)?.[1], year: Number(year.exec(text)?.[1]) };
  const words = text
    .replace(/https?:\/\/(?:dx\.)?doi\.org\//giu, '')
    .replace(doi, '')
    .replace(pmid, '')
    .replace(/\bdoi:?\s*/giu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const [first = '', second, third] = words.split(/\.\s+/u).map((part) => part.trim());
  const hasAuthors = second !== undefined && second !== '';
  const title = (hasAuthors ? second : first).replace(/[.\s]+$/u, '');
  if (title.length < 8) {
    const identifier: Identifier | undefined = found.DOI
      ? { kind: 'doi', id: found.DOI }
      : found.PMID
        ? { kind: 'pmid', id: found.PMID }
        : undefined;
    return identifier ? { problem: 'only-id', detail: identifier.id, identifier } : { problem: 'no-title' };
  }
  const journal = third?.replace(/[.;,]?\s*(?:1[89]|20)\d\d.*$/u, '').trim();
  const authors = hasAuthors ? authorsIn(first) : [];
  const source = {
    type: 'article-journal',
    title,
    ...(authors.length > 0 && { author: authors }),
    ...(journal && { 'container-title': journal }),
    ...(found.year && { issued: { 'date-parts': [[found.year]] } }),
    ...(found.DOI && { DOI: found.DOI }),
    ...(found.PMID && { PMID: found.PMID }),
  };
  const read = sourceSchema.safeParse({ ...source, id: keyFor(source, taken) });
  if (!read.success) return { problem: 'no-title' };
  return { sources: [read.data] };
}

/** "Albanese A, Bhatia K, et al" */
const authorsIn = (text: string) =>
  text
    .split(/,\s*/u)
    .filter((name) => name !== '' && !/^et al/iu.test(name))
    .map((name) => {
      const [, family = name, given] = /^(.+?)\s+(\p{Lu}{1,4})$/u.exec(name.trim()) ?? [];
      return { family: family.trim(), ...(given && { given }) };
    });

/** `albanese2025`, with a letter where that is taken. */
function keyFor(item: Record<string, unknown>, taken: ReadonlySet<string>): string {
  const author = (item.author as { family?: string; literal?: string }[] | undefined)?.[0];
  const name = author?.family ?? author?.literal ?? (typeof item.title === 'string' ? item.title : 'source');
  const issued = (item.issued as { 'date-parts'?: unknown[][] } | undefined)?.['date-parts']?.[0]?.[0];
  const bare = name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[^a-z0-9]/giu, '')
    .toLowerCase()
    .slice(0, 30);
  const base = `${/^[a-z]/u.test(bare) ? bare : `s${bare}`}${Number(issued) > 0 ? Number(issued) : ''}`;
  if (!taken.has(base)) return base;
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') if (!taken.has(base + letter)) return base + letter;
  return `${base}-${taken.size}`;
}
