import type { Link, RootContent } from 'mdast';
import type { Citation } from '#platform/markdown/citations.ts';
import type { TextDirective } from '#platform/markdown/markdown.ts';

/** A claim in words, with the sources to cite behind it. */
export type WriteClaim = (node: TextDirective) => { text: string; keys: string[] };

/**
 * Writes claims out, and brings each row of marks together behind the word and its punctuation:
 * "in clinics :claim[a] [@b]." becomes "in clinics 16.4 in every 100,000 people.[1][2]". Leaves what it is given unchanged.
 */
export function arrangePhrases(nodes: readonly RootContent[], writeClaim: WriteClaim): RootContent[] {
  return nodes.flatMap((node) => expand(node, writeClaim)).reduce(place, [] as RootContent[]);
}

function expand(node: RootContent, writeClaim: WriteClaim): RootContent[] {
  if (node.type === 'textDirective' && node.name === 'claim') {
    const { text, keys } = writeClaim(node);
    const marks: Citation[] = keys.length > 0 ? [{ type: 'citation', value: '', keys }] : [];
    return [{ type: 'text', value: text }, ...marks];
  }
  if (node.type === 'textDirective' || !('children' in node)) return [node];
  const whole = { ...node, children: arrangePhrases(node.children, writeClaim) } as RootContent & {
    children: RootContent[];
  };
  return whole.type === 'link' ? untangle(whole) : [whole];
}

/** A link holds no other link and no button: marks move behind it, terms become plain words. */
function untangle(link: Link): RootContent[] {
  const marks: Citation[] = [];
  const plain = (nodes: readonly RootContent[]): RootContent[] =>
    nodes.flatMap((node): RootContent[] => {
      if (node.type === 'citation') {
        marks.push(node);
        return [];
      }
      if (node.type === 'textDirective') return plain(node.children);
      return 'children' in node ? [{ ...node, children: plain(node.children) } as RootContent] : [node];
    });
  return [{ ...link, children: plain(link.children) as Link['children'] }, ...marks];
}

function place(placed: RootContent[], node: RootContent): RootContent[] {
  const last = placed.at(-1);
  if (node.type === 'citation') {
    const gap = last?.type === 'text' && !last.value.trim() ? 1 : 0;
    const before = placed.at(-1 - gap);
    if (before?.type === 'citation') {
      placed.length -= 1 + gap;
      placed.push({ ...before, keys: [...new Set([...before.keys, ...node.keys])] });
      return placed;
    }
    if (last?.type === 'text') placed[placed.length - 1] = { ...last, value: last.value.trimEnd() };
  }
  if (node.type === 'text' && last?.type === 'citation') {
    const stop = /^\s*[.,;:!?…]+/u.exec(node.value)?.[0] ?? '';
    if (stop) placed.splice(-1, 0, { type: 'text', value: stop.trim() });
    placed.push({ ...node, value: node.value.slice(stop.length) });
    return placed;
  }
  const opening = /[(\[“«¿¡"']+$/u.exec(last?.type === 'text' ? last.value : '')?.[0];
  if (node.type === 'textDirective' && last?.type === 'text' && opening) {
    placed[placed.length - 1] = { ...last, value: last.value.slice(0, -opening.length) };
    placed.push(keptTogether(opening, node));
    return placed;
  }
  placed.push(node);
  return placed;
}

/** An opening bracket stays on the line of the word that it opens, also where that word can be pressed. */
const keptTogether = (opening: string, node: TextDirective): RootContent => ({
  type: 'emphasis',
  data: { hName: 'span', hProperties: { className: ['kept'] } },
  children: [{ type: 'text', value: opening }, node],
});
