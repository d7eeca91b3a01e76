import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { LanguageTag } from '#platform/i18n/languages.ts';

/** A source as readers see it: a reference in Vancouver style, and links to where it can be read. */
export interface FormattedSource {
  text: string;
  links: { label: string; url: string }[];
}

type Csl = Record<string, unknown> & { DOI?: string; PMID?: string; PMCID?: string; URL?: string };

const formatted = new Map<string, FormattedSource>();
const mostKept = 20_000;

function linksOf({ DOI, PMID, PMCID, URL: address }: Csl): FormattedSource['links'] {
  const links = [];
  if (DOI) links.push({ label: `doi:${DOI}`, url: `https://doi.org/${encodeURI(DOI)}` });
  if (PMID) links.push({ label: `PMID ${PMID}`, url: `https://pubmed.ncbi.nlm.nih.gov/${PMID}/` });
  if (PMCID) links.push({ label: PMCID, url: `https://pmc.ncbi.nlm.nih.gov/articles/${PMCID}/` });
  if (address && links.length === 0) {
    const host = URL.parse(address)?.hostname.replace(/^www\./u, '');
    if (host) links.push({ label: host, url: address });
  }
  return links;
}

/** Formats a CSL-JSON item. citeproc takes about 3 ms for one, so results are kept. */
export function formatSource(csl: unknown, language: LanguageTag): FormattedSource {
  const locale = language === 'es' ? 'es-ES' : 'en-GB';
  const key = `${locale}${JSON.stringify(csl)}`;
  const known = formatted.get(key);
  if (known) return known;
  const { DOI: _doi, PMID: _pmid, PMCID: _pmcid, URL: _url, note: _note, ...words } = csl as Csl;
  const text = String(
    new Cite(words as never).format('bibliography', { format: 'text', template: 'vancouver', lang: locale }),
  )
    .trim()
    .replace(/^\d+\.\s*/u, '')
    .replace(/\s*\[Internet\]/u, '');
  const source = { text, links: linksOf(csl as Csl) };
  if (formatted.size >= mostKept) formatted.clear();
  formatted.set(key, source);
  return source;
}

/** Where somebody says that a source was retracted or superseded, with a DOI, a PMID or an address in it as a link. */
export function linksIn(note: string): { text: string; url?: string }[] {
  const pattern = /(?:https?:\/\/[^\s"<>]+|\b10\.\d{4,9}\/[^\s"<>]+|\bPMID:?\s*[1-9]\d{0,8}\b)/giu;
  const pieces: { text: string; url?: string }[] = [];
  let from = 0;
  for (const { 0: found, index } of note.matchAll(pattern)) {
    const text = found.replace(/[.,;)\]]+$/u, '');
    if (index > from) pieces.push({ text: note.slice(from, index) });
    pieces.push({ text, url: addressOf(text) });
    from = index + text.length;
  }
  if (from < note.length) pieces.push({ text: note.slice(from) });
  return pieces;
}

const addressOf = (text: string): string =>
  /^http/iu.test(text)
    ? text
    : text.startsWith('10.')
      ? `https://doi.org/${encodeURI(text)}`
      : `https://pubmed.ncbi.nlm.nih.gov/${/\d+/u.exec(text)![0]}/`;

/** A source in a line, for lists: its title, and who published it where and when. */
export function sourceInBrief(csl: unknown): { title: string; published: string } {
  const item = csl as {
    title?: string;
    author?: { family?: string; literal?: string }[];
    'container-title'?: string;
    publisher?: string;
    issued?: { 'date-parts'?: number[][] };
  };
  const [first, ...others] = (item.author ?? []).flatMap(({ family, literal }) => family ?? literal ?? []);
  const by = first && (others.length > 0 ? `${first} et al.` : first);
  const year = item.issued?.['date-parts']?.[0]?.[0];
  return {
    title: item.title ?? '',
    published: [by, item['container-title'] ?? item.publisher, year].filter(Boolean).join(' · '),
  };
}
