import { fetchJson, type FetchProblem } from '#platform/http/fetch-json.ts';
import { readPasted, type Identifier, type Pasted } from './source-paste.ts';

/** What a catalogue says of a DOI or a PMID, as CSL-JSON; undefined where whoever runs the site has named no catalogue. */
export type LookUp = (identifier: Identifier) => Promise<{ csl: unknown } | { problem: FetchProblem } | undefined>;

const limits = { accept: 'application/vnd.citationstyles.csl+json', seconds: 5, mostBytes: 200_000 };

/** Asks the catalogues at these addresses, in which `{id}` is the place of the identifier. Nobody is told who asks. */
export const lookUpAt =
  (templates: Partial<Record<Identifier['kind'], string>>): LookUp =>
  async ({ kind, id }) => {
    const template = templates[kind];
    if (!template) return undefined;
    const found = await fetchJson(template.replaceAll('{id}', encodeURIComponent(id)), limits);
    if ('problem' in found) return found;
    const [item] = Array.isArray(found.json) ? (found.json as unknown[]) : [found.json];
    if (typeof item !== 'object' || item === null) return { problem: 'not-json' };
    // the one that was asked for, also where the catalogue leaves it out
    const field = kind === 'doi' ? 'DOI' : 'PMID';
    return { csl: { ...item, [field]: id } };
  };

/** What was pasted, as sources; of a bare DOI or PMID, what a catalogue says of it, where one may be asked. */
export async function readOrLookUp(
  pasted: string,
  taken: ReadonlySet<string>,
  lookUp: LookUp,
): Promise<Pasted | { problem: `look-up-${FetchProblem | 'not-csl'}`; detail: string }> {
  const read = readPasted(pasted, taken);
  if (!('identifier' in read)) return read;
  const { identifier } = read;
  const found = await lookUp(identifier);
  if (!found) return read;
  const detail = identifier.id;
  if ('problem' in found) return { problem: `look-up-${found.problem}`, detail };
  const source = readPasted(JSON.stringify(found.csl), taken);
  return 'sources' in source ? source : { problem: 'look-up-not-csl', detail };
}
