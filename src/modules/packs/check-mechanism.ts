import { figureOf, presetsIn } from '#modules/answers/index.ts';
import { readFigure } from '#modules/mechanism/index.ts';
import type { ContainerDirective, LeafDirective, MarkdownNode } from '#platform/markdown/markdown.ts';
import type { PackText } from './check-text.ts';
import { checkPlainWords } from './check-words.ts';

/** Checks a mechanism figure: its place, its presets with their numbers and words, and that nothing else stands in it. */
export function checkMechanism(
  node: LeafDirective | ContainerDirective,
  { atTop, language }: Pick<PackText, 'language'> & { atTop: boolean },
  fault: (node: MarkdownNode, reason: string) => void,
): void {
  if (!atTop) return fault(node, 'A mechanism figure cannot stand here. Put it between paragraphs of the body.');
  const presets = presetsIn(node);
  const block = figureOf(node, 1);
  if (block?.kind !== 'mechanism') return;
  for (const { at, reason } of readFigure(block).faults) fault(at === undefined ? node : presets[at]!, reason);
  for (const preset of presets)
    for (const key of ['name', 'says'] as const)
      checkPlainWords(preset.attributes?.[key] ?? '', language, (_, reason) => fault(preset, reason));
  const stray =
    node.type === 'containerDirective' && node.children.find((child) => !presets.includes(child as LeafDirective));
  if (stray) fault(stray, 'Only ::preset{…}s stand in a :::mechanism, each on a line of its own. Move this out.');
}
