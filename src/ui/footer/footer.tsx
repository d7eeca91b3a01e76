import { LanguageSwitch } from '../language-switch/language-switch.tsx';
import type { PageMeta, SiteFrame } from '../page/page.tsx';
import { Ground, Stone } from '../stones/stones.tsx';

/** The foot of every page: who runs this, what holds here, and the other languages. */
export function Footer({ frame, meta }: { frame: SiteFrame; meta: PageMeta }) {
  const { i18n, operator, demo } = frame;
  const links = [
    ['/glossary', 'layout.glossary'],
    ['/sources', 'layout.sources'],
    ['/about', 'layout.about'],
    ['/privacy', 'layout.privacy'],
    ['/accessibility', 'layout.accessibility'],
    ['/help', 'layout.urgent'],
  ] as const;
  return (
    <footer class="footer sheet">
      <Ground>
        <Stone name="d" />
        <Stone name="f" />
        <Stone name="i" kind="person" />
      </Ground>
      <div class="footer-body">
        <div class="flow">
          {operator && <p>{i18n.t('layout.run-by', { operator })}</p>}
          <p>{i18n.t('layout.free')}</p>
          {demo && <p class="soft">{i18n.t('layout.demo')}</p>}
          <p class="soft">{i18n.t('layout.licence')}</p>
          <p class="on-paper">{frame.origin + i18n.path(meta.path)}</p>
        </div>
        <ul role="list">
          {links.map(([path, key]) => (
            <li>
              <a href={i18n.path(path)} {...(meta.path === path ? { 'aria-current': 'page' } : {})}>
                {i18n.t(key)}
              </a>
            </li>
          ))}
          <LanguageSwitch frame={frame} meta={meta} items />
        </ul>
      </div>
    </footer>
  );
}
