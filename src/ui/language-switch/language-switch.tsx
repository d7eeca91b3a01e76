import { createLanguages, type LanguageTag } from '#platform/i18n/languages.ts';
import type { PageMeta, SiteFrame } from '../page/page.tsx';

const languages = createLanguages({ withPseudo: true });

/** The path of a page in any language. */
export const pathIn = (tag: LanguageTag, rootPath: string): string => languages.path(tag, rootPath);

const ownNames = new Map<LanguageTag, string>();

/** What a language calls itself: "Español". */
export function ownName(tag: LanguageTag): string {
  let name = ownNames.get(tag);
  if (name === undefined) {
    name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
    ownNames.set(tag, (name = name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)));
  }
  return name;
}

interface LanguageSwitchProps {
  frame: SiteFrame;
  meta: PageMeta;
  shown?: 'wide';
  /** As list items of a list that is already there. */
  items?: boolean;
}

/** The other languages, each in its own words. Where a page is not there in a language, to that language's home. */
export function LanguageSwitch({ frame, meta, shown, items = false }: LanguageSwitchProps) {
  const others = frame.languages.filter((tag) => tag !== frame.i18n.language);
  const readable = meta.alternates ?? frame.languages;
  const links = others.map((tag) => (
    <a
      class={shown && `only-${shown}`}
      href={pathIn(tag, readable.includes(tag) ? meta.path : '/')}
      hreflang={tag}
      lang={tag}
      dir={languages.direction(tag)}
    >
      {ownName(tag)}
    </a>
  ));
  return <>{items ? links.map((link) => <li>{link}</li>) : links}</>;
}
