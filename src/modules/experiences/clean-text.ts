/** What has no place in a text of people: it hides words, turns them round, or was brought along by a paste. */
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;
const invisible =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]/gu;
/** Overrides and embeddings can show other words than those that are there; the marks that Arabic and Hebrew need stay. */
const directions = /[\u202a-\u202e\u2066-\u2069]/gu;
/** Joiners and direction marks belong between letters, one at a time. */
const joiners = /([\u200c-\u200f])[\u200c-\u200f]+/gu;
/** Letters carry a few marks (Vietnamese two, Hebrew three), never a tower of them. */
const towers = /(\p{M}{4})\p{M}+/gu;
/** Bullets as word processors paste them: a sign, and what a tab was. */
const bullets = /^[ \t\u00a0]*[\u2022\u00b7\u25aa\u25cf\u25e6\u2043\uf0a7\uf0b7\uf0d8][ \t\u00a0]*/gmu;

/**
 * A text as it is kept: the same words, without what cannot be seen. Lines end alike, blank lines are one at a time, and
 * lists from a word processor are lists.
 */
export function cleanText(typed: string): string {
  // what was hidden between two marks lets them meet: until nothing is left to clean
  for (let text = typed; ;) {
    const cleaned = cleanOnce(text);
    if (cleaned === text) return text;
    text = cleaned;
  }
}

function cleanOnce(typed: string): string {
  return typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/gu, '\n')
    .replace(bullets, '- ')
    .replace(/[\t\u00a0\u2007\u202f\u3164\uffa0]/gu, ' ')
    .replace(controls, '')
    .replace(invisible, '')
    .replace(directions, '')
    .replace(joiners, '$1')
    .replace(towers, '$1')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** The same for what stands in one line. */
export const cleanLine = (typed: string): string => cleanText(typed).replace(/\s+/gu, ' ');

/** In code points. Two thousand words are a long read; a reply is an answer, not a second account. */
export const mostLetters = { title: 120, body: 12_000, reply: 2_000 } as const;

export const lettersOf = (text: string): number => [...text].length;
