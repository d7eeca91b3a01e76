import { parseAnswer, type AnswerPage } from '#modules/answers/index.ts';
import { claimsOf, type Claim, type Measure } from '#modules/knowledge/index.ts';
import type { SignedText } from './canonical.ts';

/** What a signature under this page would sign: the words, and every number and source that the words name. */
export function signedTextOf(page: AnswerPage): SignedText {
  const { condition, question, answer, text } = page;
  const { short, body } = answer.revision;
  const inShort = parseAnswer(short);
  const own = new Map(condition.claims.map((claim) => [claim.id, claim]));
  const claims = new Map<string, Claim>();
  const add = (reference: string) => {
    const claim = own.get(reference) ?? page.otherClaims.get(reference);
    if (claim) claims.set(reference, claim);
  };
  for (const { id } of [...inShort.claims, ...text.claims]) add(id);
  for (const { blocks } of text.parts)
    for (const block of blocks)
      if (block.kind === 'claims')
        for (const { id } of claimsOf(condition.claims, block.measure as Measure))
          if (!block.ids || block.ids.includes(id)) add(id);
  const keys = new Set([
    ...[...inShort.citations, ...text.citations].map(({ id }) => id),
    ...[...claims.values()].map(({ source }) => source),
  ]);
  return {
    conditionId: condition.id,
    questionId: question.id,
    language: answer.language,
    short,
    body,
    claims,
    sources: new Map([...keys].sort().map((key) => [key, page.sources.get(key) ?? null])),
  };
}
