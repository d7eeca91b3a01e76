import type { Heading, Link, Root, RootContent } from 'mdast';
import { figureOf } from '#modules/answers/index.ts';
import { measures } from '#modules/knowledge/index.ts';
import {
  plainText,
  type MarkdownNode,
  type ContainerDirective,
  type LeafDirective,
  type TextDirective,
} from '#platform/markdown/markdown.ts';
import { checkMechanism } from './check-mechanism.ts';
import { checkRank } from './check-rank.ts';
import type { PackText } from './check-text.ts';
import type { Faults } from './faults.ts';
import type { Known } from './known.ts';

const notUsed: Partial<Record<MarkdownNode['type'], string>> = {
  html: 'HTML is not used in packs. Write it in markdown, or leave it out.',
  image: 'Images are not used in packs. Say it in words.',
  imageReference: 'Images are not used in packs. Say it in words.',
  code: 'This is read as program code. Begin the line at the margin, or indent it less.',
  inlineCode: 'Program code is not used in packs. Take the backquotes out.',
  thematicBreak: 'Lines across the page are not used. Begin a part with a heading instead.',
  delete: 'Struck-through words are not used. Leave them out.',
  definition: 'Addresses at the end are not used. Write the link in place, as [words](address).',
  linkReference: 'Addresses at the end are not used. Write the link in place, as [words](address).',
  footnoteReference: 'Footnotes are not used. Cite with [@key], or write a :::note.',
  footnoteDefinition: 'Footnotes are not used. Cite with [@key], or write a :::note.',
};

/** Beginnings of markup that stayed words, because something in it is wrong. */
const leftovers = /\[@|\[[^\]]{0,80};\s*@|:(?:term|claim|rank)\b|:{2,}|\{(?:#|show=|measure=)/u;

/** Checks that a text uses only the markup of packs, and that its headings are in order. */
export function checkNodes(root: Root, text: PackText, known: Known, faults: Faults): void {
  const fault = (node: MarkdownNode, reason: string, words?: string) =>
    faults.add(text.file, text.placeOf(node.position?.start ?? { line: 1 }, words), reason);

  const visit = (node: RootContent, parent: MarkdownNode) => {
    const reason = notUsed[node.type];
    if (reason) return fault(node, reason);
    const atTop = parent.type === 'root' && text.kind === 'body';
    if (node.type === 'text') checkWords(node, fault);
    else if (node.type === 'link') checkLink(node, known, fault);
    else if (node.type === 'textDirective' && node.name === 'rank') checkRank(node, text, known, fault);
    else if (node.type === 'textDirective') checkDirective(node, fault);
    else if (node.type === 'heading') {
      if (atTop) checkHeading(node, fault);
      else fault(node, 'A heading cannot stand here. Put it at the margin of the body.');
    } else if (node.type === 'leafDirective') {
      if (node.name === 'mechanism') checkMechanism(node, { ...text, atTop }, fault);
      else if (atTop) checkFigure(node, text, known, fault);
      else
        fault(
          node,
          `\`::${node.name}\` cannot stand here. Put it on a line of its own, between paragraphs of the body.`,
        );
    } else if (node.type === 'containerDirective' && node.name === 'mechanism') {
      return checkMechanism(node, { ...text, atTop }, fault);
    } else if (node.type === 'containerDirective') checkNote(node, atTop, fault);
    else if (text.kind !== 'body' && ['list', 'table', 'blockquote'].includes(node.type))
      fault(node, 'Only words in a line can stand here: no lists, tables or quotes.');
    if ('children' in node) for (const child of node.children) visit(child, node);
  };
  for (const node of root.children) visit(node, root);
  const figures = root.children.filter((node) => 'name' in node && node.name === 'mechanism');
  if (figures[1]) fault(figures[1], 'One mechanism figure is enough for an answer. Take this one out.');
  if (text.kind === 'body') checkParts(root, fault);
  else if (root.children.length > 1) fault(root.children[1]!, 'Only one paragraph can stand here. Join the two.');
}

export type AddFault = (node: MarkdownNode, reason: string, words?: string) => void;

function checkWords(node: Extract<RootContent, { type: 'text' }>, fault: AddFault): void {
  const match = leftovers.exec(node.value);
  if (!match) return;
  const before = node.value.slice(0, match.index).split('\n').length - 1;
  const start = node.position?.start ?? { line: 1, column: 1 };
  const place =
    before === 0 ? { ...start, column: start.column + match.index } : { line: start.line + before, column: 1 };
  const shown = /^[^\n\]}]{0,40}[\]}]?/u.exec(node.value.slice(match.index))![0];
  const at = { ...node, position: { start: place, end: place } };
  fault(
    at,
    `“${shown}” could not be read as markup. See “Answers” in docs/domain/packs.md for how it is written.`,
    match[0],
  );
}

function checkLink(node: Link, known: Known, fault: AddFault): void {
  if (!plainText(node).trim()) fault(node, 'This link has no words. Write what it leads to.');
  if (/^https?:\/\/[^/]/iu.test(node.url)) return;
  const page = /^\/conditions\/([^/?#]+)(?:\/questions\/([^/?#]+))?/u.exec(node.url);
  if (!/^\/(?![/\\])/u.test(node.url))
    fault(node, 'A link begins with https://, or with / for a page of the atlas.', node.url);
  else if (page && !known.conditions.has(page[1]!))
    fault(node, `This link leads to a condition that is not in the pack, \`${page[1]}\`.`, node.url);
  else if (page?.[2] && known.questions?.has(page[2]) === false)
    fault(node, `This link leads to a question that is not in the catalogue, \`${page[2]}\`.`, node.url);
  else if (/^\/conditions\/[^/]+\/compare\//u.test(node.url) && known.comparisons?.has(addressOf(node)) === false)
    fault(
      node,
      'This link leads to a comparison that is not there. Write its two conditions in the order of the alphabet, and add the pair to look-alikes.yaml if it is missing.',
      node.url,
    );
}

const addressOf = ({ url }: Link): string => url.replace(/[?#].*$/u, '');

function checkHeading(node: Heading, fault: AddFault): void {
  if (node.depth === 1) fault(node, 'Headings begin at ##. The page has its title already.');
  if (!plainText(node).trim()) fault(node, 'This heading is empty. Name the part, or take it out.');
  if (node.children.some(({ type }) => type !== 'text' && type !== 'emphasis' && type !== 'strong'))
    fault(node, 'A heading holds plain words only. Put citations, terms, claims and links in the text below it.');
}

function checkDirective(node: TextDirective, fault: AddFault): void {
  const { name, attributes } = node;
  const words = plainText(node).trim();
  const others = Object.keys(attributes ?? {}).filter((key) => key !== (name === 'term' ? 'id' : 'show'));
  if (name !== 'term' && name !== 'claim')
    return fault(node, `There is no \`:${name}[…]\`. Only :term, :claim and :rank can be used in a line.`, `:${name}[`);
  if (name === 'term' && (!words || !attributes?.id))
    fault(node, 'Write a term as :term[words in the text]{#glossary-id}.', ':term[');
  if (name === 'claim' && !words) fault(node, 'Write a claim as :claim[its-id].', ':claim[');
  if (others.length > 0) fault(node, `\`:${name}\` knows nothing of \`${others[0]}\`. Take it out.`, `:${name}[`);
  const show = attributes?.show;
  if (name === 'claim' && typeof show === 'string' && show !== 'value' && show !== 'range')
    fault(node, `\`show=${show}\` is not known. Use show=value or show=range, or leave it out.`, 'show=');
}

const figureAttributes: Record<string, string[]> = { claims: ['measure', 'ids'], axis: ['id'] };

function checkFigure(node: LeafDirective, { condition = '' }: PackText, known: Known, fault: AddFault): void {
  const figure = figureOf(node, 1);
  const unknown = Object.keys(node.attributes ?? {}).find((key) => !figureAttributes[node.name]?.includes(key));
  const claims = [...(known.conditions.get(condition)?.claims?.values() ?? [])];
  if (figure && unknown) fault(node, `\`::${node.name}\` knows nothing of \`${unknown}\`. Take it out.`);
  else if (!figure)
    fault(
      node,
      `\`::${node.name}\` cannot be read. Write ::claims{measure=…}, ::look-alikes, ::axis{#id} or ::mechanism{preset=…}.`,
    );
  else if (figure.kind === 'axis' && known.axes?.has(figure.id) === false)
    fault(node, `axes.yaml has no axis \`${figure.id}\`. Add it there, or correct the id.`);
  else if (figure.kind === 'look-alikes' && known.paired?.has(condition) === false)
    fault(node, `look-alikes.yaml has no pair with \`${condition}\`. Add one, or take ::look-alikes out.`);
  else if (figure.kind === 'claims') {
    if (!(measures as readonly string[]).includes(figure.measure))
      fault(node, `\`measure\` must be one of ${measures.join(', ')}.`);
    else if (
      claims.length > 0 &&
      figure.ids?.some((id) => known.conditions.get(condition)?.claims?.get(id)?.measure !== figure.measure)
    )
      fault(node, `\`ids\` must name claims of ${figure.measure} in condition.yaml, with a space between them.`);
    else if (known.conditions.get(condition)?.claims && claims.every(({ measure }) => measure !== figure.measure))
      fault(node, `condition.yaml has no claim of ${figure.measure}. Add one, or take this figure out.`);
  }
}

function checkNote(node: ContainerDirective, atTop: boolean, fault: AddFault): void {
  if (node.name !== 'note') fault(node, `There is no \`:::${node.name}\`. Only :::note and :::mechanism can be used.`);
  else if (!atTop) fault(node, 'A :::note cannot stand here. Put it between paragraphs of the body.');
  else if (!plainText(node).trim()) fault(node, 'This note is empty. Fill it, or take it out.');
}

/** Parts have something in them and names of their own; levels are not skipped. */
function checkParts(root: Root, fault: AddFault): void {
  const titles = new Set<string>();
  let before: Heading | undefined;
  for (const [index, node] of root.children.entries()) {
    if (node.type !== 'heading') continue;
    const title = plainText(node).trim();
    const next: MarkdownNode | undefined = root.children[index + 1];
    if (!next || (next.type === 'heading' && next.depth <= node.depth))
      fault(node, `Nothing stands under “${title}”. Write the part, or take its heading out.`);
    if (node.depth > (before?.depth ?? 1) + 1)
      fault(node, `This heading skips a level. Use ${'#'.repeat((before?.depth ?? 1) + 1)}.`);
    if (titles.has(title)) fault(node, `Two parts are called “${title}”. Give one another name.`);
    titles.add(title);
    before = node;
  }
  if (root.children.length === 0) fault(root, 'The body is empty. Write it below the second ---.');
}
