type AddFault = (words: string, reason: string) => void;

const reviewed: Record<string, RegExp> = { en: /(?<!\p{L})\p{L}*-?reviewed(?!\p{L})/iu, es: /\brevisad[oa]s?\b/iu };

/** Numbers to call: they belong to countries, and a wrong one can cost a life. */
const phoneNumbers = [
  /(?<![\p{L}\p{N}.,])(?:\+|00)\d[\d ().-]{5,}\d/u,
  /(?<![\p{L}\p{N}.,+])\(?\d{2,4}\)?(?:[ .-]\d{2,4}){2,}(?![\p{L}\p{N}])/u,
  /(?:\b(?:call|phone|ring|dial|text|tel|telephone|llama|llame|marca|marque|teléfono)\b)[^.!?\d]{0,40}\b\d{3,}\b/iu,
];

/** Words that no text of a pack may hold, whatever it is about. */
export function checkWords(text: string, language: string, add: AddFault): void {
  const claimed = reviewed[language]?.exec(text)?.[0];
  if (claimed)
    add(
      claimed,
      `“${claimed}” cannot be said in a pack: only a reviewer's signature on one exact text says it. Use another word.`,
    );
  const phone = phoneNumbers.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
  if (phone) add(phone, 'A pack holds no phone numbers, since they belong to countries. Name the service instead.');
}

/** For words that are shown as they are, without markdown. */
export function checkPlainWords(text: string, language: string, add: AddFault): void {
  checkWords(text, language, add);
  const markup = /\[@|\]\(|:(?:term|claim)\[|:::?\p{L}|<\/?[a-z!]/iu.exec(text)?.[0];
  if (markup) add(markup, `Markup has no meaning here and would be seen (“${markup}”). Write plain words.`);
}
