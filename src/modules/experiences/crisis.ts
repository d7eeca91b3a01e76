/**
 * Words of somebody who may be in danger, in the languages of this site. They find too much rather than too little:
 * whoever wrote of a time that is over sees a few lines of help, and nothing else happens to their text.
 */
const signs: readonly RegExp[] = [
  /\b(?:kill(?:ing)?|hurt(?:ing)?|harm(?:ing)?|cut(?:ting)?|hang(?:ing)?) (?:my ?self)\b/iu,
  /\bsuicid(?:e|al)\b/iu,
  /\bself[- ]?harm/iu,
  /\b(?:end(?:ing)?|tak(?:e|ing)) (?:my (?:own )?life|it all)\b/iu,
  /\bwant(?:ed)? to (?:die|be dead|disappear for ?(?:ever|good))\b/iu,
  /\b(?:do ?n[o'’]?t|don['’]?t|no longer|never) want to (?:live|be alive|wake up|be here any ?more)\b/iu,
  /\b(?:better off (?:dead|without me)|no (?:reason|point) (?:to|in) (?:live|living|go on|going on))\b/iu,
  /\b(?:can['’]?t|cannot|can not) (?:go on|take (?:it|this)|do this) any ?more\b/iu,
  /\bwish (?:i|that i) (?:was|were) dead\b/iu,
  /(?<!\p{L})suicid(?:io|a|ar|arme|é)(?!\p{L})/iu,
  /(?<!\p{L})(?:matarme|ahorcarme|cortarme|autolesi\p{L}+|me (?:mato|corto|quiero matar))(?!\p{L})/iu,
  /(?<!\p{L})(?:quitarme la vida|acabar con (?:mi vida|todo)|terminar con (?:mi vida|todo))(?!\p{L})/iu,
  /(?<!\p{L})(?:quiero|quisiera|quería|ganas de) (?:morir(?:me)?|estar muert[oa]|desaparecer para siempre)(?!\p{L})/iu,
  /(?<!\p{L})(?:no quiero|ya no quiero|sin ganas de) (?:seguir viviendo|vivir|despertar)(?!\p{L})/iu,
  /(?<!\p{L})(?:no (?:merece|vale) la pena (?:vivir|seguir)|mejor (?:muert[oa]|sin mí))(?!\p{L})/iu,
  /(?<!\p{L})(?:hacerme daño|no puedo más|ya no aguanto más)(?!\p{L})/iu,
];

export const hasSignsOfCrisis = (text: string): boolean => {
  const plain = text.replace(/[’‘]/gu, "'").replace(/\s+/gu, ' ');
  return signs.some((sign) => sign.test(plain));
};
