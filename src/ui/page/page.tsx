import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { ComfortPanel, ReadingBar } from '../comfort/comfort.tsx';
import { Footer } from '../footer/footer.tsx';
import { pathIn } from '../language-switch/language-switch.tsx';
import { Masthead, Menu, type Place } from '../masthead/masthead.tsx';
import { shapesUsed, Sprite } from '../stones/sprite.tsx';
import { JsonLd } from './json-ld.tsx';

/** Addresses of the built files. */
export interface Assets {
  css: string;
  /** What only rooms in which people work need. */
  rooms: string;
  early: string;
  islands: string;
  textFont: string;
  headFont: string;
  /** The mark as SVG (`src/ui/public/icon.svg`). */
  icon: string;
  /** The script of the body map, loaded by its page alone. */
  bodyMap: string;
}

/** What one page says about itself. */
export interface PageMeta {
  /** Without the name of the site. */
  title: string;
  description?: string;
  /** Root path, without language: `/conditions/dystonia`. */
  path: string;
  /** The languages this page can be read in, its own included; absent: all of the site. */
  alternates?: readonly LanguageTag[];
  noindex?: boolean;
  jsonLd?: readonly object[];
  ogType?: 'website' | 'article';
  /** Scripts that only this page needs. */
  scripts?: readonly string[];
  /** What is shown where the page is shared; whole addresses. */
  image?: { href: string; alt: string; width: number; height: number };
  /** Where the same is written at home, as a root path; absent: here. */
  canonical?: string;
}

/** What is the same on every page of a site in one language. */
export interface SiteFrame {
  i18n: I18n;
  assets: Assets;
  /** `https://atlas.example`, without a slash at the end. */
  origin: string;
  siteName: string;
  /** Who runs this copy. */
  operator?: string;
  demo: boolean;
  languages: readonly LanguageTag[];
}

export interface PageProps {
  frame: SiteFrame;
  meta: PageMeta;
  /** Where in the main navigation the page belongs. */
  current?: Place;
  /** `plain`: children bring their own columns (the home page). Otherwise they stand on the sheet. */
  layout?: 'sheet' | 'plain';
  children?: Child;
}

/** One's own pages, those of staff, and the gallery. */
const rooms = /^\/(?:me|review|moderate|steward|ui)(?:\/|$)/u;

function Head({ frame, meta }: { frame: SiteFrame; meta: PageMeta }) {
  const { i18n, assets, origin, siteName, languages } = frame;
  const title = meta.title === siteName ? siteName : `${meta.title} · ${siteName}`;
  const address = origin + i18n.path(meta.canonical ?? meta.path);
  const alternates = meta.alternates ?? languages;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="color-scheme" content="light dark" />
      <script src={assets.early}></script>
      <link rel="stylesheet" href={assets.css} />
      {rooms.test(meta.path) && <link rel="stylesheet" href={assets.rooms} />}
      <link rel="preload" href={assets.textFont} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="preload" href={assets.headFont} as="font" type="font/woff2" crossorigin="anonymous" />
      <script type="module" src={assets.islands}></script>
      {meta.scripts?.map((src) => (
        <script type="module" src={src}></script>
      ))}
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      {meta.description && <meta name="description" content={meta.description} />}
      {meta.noindex ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={address} />
          {alternates.length > 1 && !meta.canonical && (
            <>
              {alternates.map((tag) => (
                <link rel="alternate" hreflang={tag} href={origin + pathIn(tag, meta.path)} />
              ))}
              <link rel="alternate" hreflang="x-default" href={origin + pathIn(alternates[0]!, meta.path)} />
            </>
          )}
          <meta property="og:title" content={meta.title} />
          <meta property="og:type" content={meta.ogType ?? 'website'} />
          <meta property="og:url" content={address} />
          <meta property="og:site_name" content={siteName} />
          {meta.description && <meta property="og:description" content={meta.description} />}
          {meta.image && (
            <>
              <meta property="og:image" content={meta.image.href} />
              <meta property="og:image:width" content={`${meta.image.width}`} />
              <meta property="og:image:height" content={`${meta.image.height}`} />
              <meta property="og:image:alt" content={meta.image.alt} />
              <meta name="twitter:card" content="summary_large_image" />
            </>
          )}
        </>
      )}
      {meta.jsonLd?.map((data) => (
        <JsonLd data={data} />
      ))}
    </head>
  );
}

/**
 * A whole document, doctype included. What stands in `main` is rendered first, so that the sprite holds each
 * recurring shape once, and only if it is used; "Urgent help" leads to the page's own `#urgent` where there is one.
 */
export async function Page({ frame, meta, current, layout = 'sheet', children }: PageProps) {
  const { i18n } = frame;
  const main = await html`${(
    <main class={layout === 'sheet' ? 'sheet' : undefined} id="main" tabindex={-1}>
      {children}
    </main>
  )}`;
  const urgent = main.includes('id="urgent"') ? '#urgent' : i18n.path('/help');
  const around = { frame, meta, current, urgent };
  const footer = await html`${(<Footer frame={frame} meta={meta} />)}`;
  return html`<!DOCTYPE html>${(
      <html lang={i18n.language} dir={i18n.direction}>
        <Head frame={frame} meta={meta} />
        <body>
          <a class="skip" href="#main">
            {i18n.t('layout.skip')}
          </a>
          <Masthead {...around} />
          {main}
          {footer}
          <Menu {...around} />
          <ComfortPanel i18n={i18n} />
          <ReadingBar i18n={i18n} />
          <Sprite ids={shapesUsed(main.toString() + footer.toString())} />
        </body>
      </html>
    )}`;
}
