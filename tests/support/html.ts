/** What can be read off a page's source without a browser. Our pages come from one renderer: attributes are always quoted. */
export interface Source {
  title: string;
  lang: string | undefined;
  dir: string | undefined;
  headings: string[];
  ids: string[];
  /** Addresses of links, as written. */
  links: string[];
  /** Addresses of what the page loads by itself: styles, scripts, fonts, pictures. */
  loads: string[];
  /** Scripts with code in the page; JSON-LD is data. */
  inlineScripts: string[];
  jsonLd: string[];
  /** `style` attributes, `<style>` elements and `on…` attributes. */
  inlineStyles: string[];
  handlers: string[];
  /** Text of the body, without markup. */
  text: string;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00a0' };
export const decode = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

const all = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), (match) => decode(match[1] ?? match[0]));

export function readHtml(html: string): Source {
  const scripts = Array.from(
    html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g),
    ([, attributes = '', code = '']) => ({
      attributes,
      code,
    }),
  );
  const markup = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, (whole) => whole.slice(0, whole.indexOf('>') + 1));
  const tags = markup.match(/<[a-z][^>]*>/gi) ?? [];
  const inTags = (pattern: RegExp, name = /./) =>
    tags.filter((tag) => name.test(tag)).flatMap((tag) => all(tag, pattern));
  return {
    title: all(markup, /<title>([^<]*)<\/title>/g)[0] ?? '',
    lang: inTags(/\slang="([^"]*)"/g, /^<html/)[0],
    dir: inTags(/\sdir="([^"]*)"/g, /^<html/)[0],
    headings: all(markup, /<h1\b[^>]*>([\s\S]*?)<\/h1>/g),
    ids: inTags(/\sid="([^"]*)"/g),
    links: inTags(/\shref="([^"]*)"/g, /^<a\s/),
    loads: [
      ...inTags(/\ssrc(?:set)?="([^"]*)"/g),
      ...inTags(/\shref="([^"]*)"/g, /^<link[^>]*rel="(stylesheet|preload|modulepreload|icon|manifest)"/),
    ],
    inlineScripts: scripts
      .filter(({ attributes, code }) => code.trim() && !attributes.includes('application/ld+json'))
      .map(({ code }) => code),
    jsonLd: scripts.filter(({ attributes }) => attributes.includes('application/ld+json')).map(({ code }) => code),
    inlineStyles: [...inTags(/\sstyle="[^"]*"/g), ...(markup.match(/<style\b/g) ?? [])],
    handlers: inTags(/\son[a-z]+="[^"]*"/g),
    text: decode(
      markup
        .replace(/^[\s\S]*?<body\b/, '<body')
        .replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, ' ')
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' '),
    ),
  };
}
