/* Functions that run in the browser, on the page: each may use nothing from outside itself. */

/** What makes the page wider than the window: elements that stick out, unless something around them scrolls or clips. */
export function findOverflow(): string[] {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const contained = (element: Element | null): boolean =>
    !!element &&
    element !== document.body &&
    (getComputedStyle(element).overflowX !== 'visible' || contained(element.parentElement));
  const wide = [...document.querySelectorAll('body *')].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > width + 1 || box.left < -1) && !contained(element.parentElement);
  });
  return [
    `${document.documentElement.scrollWidth} > ${width}`,
    ...wide.slice(-5).map((each) => each.outerHTML.slice(0, 120)),
  ];
}

/**
 * What is pressed and is too small: 44 × 44 px for buttons, fields and links that stand by themselves; 24 px high for
 * those among words, whose width is their text's (WCAG 2.5.8 lets them off altogether; a shaking hand does not). What is
 * pressed beside an element counts where the browser gives it to that element: padding, a label, an invisible edge.
 * A place of a drawing is as large as it is: it is let off if a link elsewhere on the page, measured too, leads to the same
 * (WCAG 2.5.5, "Equivalent"), and if no keyboard stops at it.
 */
export function findSmallTargets(): string[] {
  const pressed = (element: Element, x: number, y: number) => {
    const hit = document.elementFromPoint(x, y);
    return !!hit && (hit === element || element.contains(hit) || (hit.closest('label')?.contains(element) ?? false));
  };
  const amongWords = (element: Element) => {
    if (!getComputedStyle(element).display.startsWith('inline')) return false;
    const around = element.closest('p, li, dd, dt, td, th, figcaption, caption, blockquote, summary, h1, h2, h3, cite');
    const words = (text: string | null) => (text ?? '').replace(/[\s.,;:·↑()[\]]+/g, '').length;
    return !!around && words(around.textContent) > words(element.textContent);
  };
  const drawn = (element: Element) => element.closest('svg') && element.getAttribute('tabindex') === '-1';
  const elsewhere = new Set(
    [...document.querySelectorAll('a[href]')].filter((link) => !drawn(link)).map((link) => link.getAttribute('href')),
  );
  const small: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [role=button]',
  )) {
    if (drawn(element) && elsewhere.has(element.getAttribute('href'))) continue;
    const target = element.matches('input[type=radio], input[type=checkbox]')
      ? (element.closest('label') ?? element)
      : element;
    if (
      !target.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
      target.closest('[hidden], .visually-hidden, .skip')
    )
      continue;
    target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    // A link over two lines has two boxes: either will do.
    const box = [...target.getClientRects()].sort(
      (one, other) => other.width * other.height - one.width * one.height,
    )[0];
    if (!box) continue;
    const inText = amongWords(target);
    const needed = inText ? 24 : 44;
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const half = needed / 2 - 1;
    const wide = inText || box.width >= needed - 0.5 || (pressed(target, x - half, y) && pressed(target, x + half, y));
    const high = box.height >= needed - 0.5 || (pressed(target, x, y - half) && pressed(target, x, y + half));
    if (!wide || !high)
      small.push(
        `${Math.round(box.width)} × ${Math.round(box.height)}, needs ${needed}: ${target.outerHTML.slice(0, 110)}`,
      );
  }
  return small;
}

/** What can be seen of a page's own text, in reading order, without what only a script can do and adds. */
export function readText(): string {
  for (const added of document.querySelectorAll<HTMLElement>('[data-script]')) added.hidden = true;
  return (document.querySelector('main') ?? document.body).innerText.replace(/\s+/g, ' ').trim();
}

/** The focused element as a person would name it, and whether the focus can be seen. */
export function describeFocus(): { name: string; role: string; visible: boolean } {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return { name: '', role: '', visible: false };
  const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.innerText : undefined;
  const name = element.getAttribute('aria-label') ?? label ?? element.innerText;
  const marked = element.matches('input[type=radio], input[type=checkbox]')
    ? (element.closest('label') ?? element)
    : element;
  const styles = [getComputedStyle(element), getComputedStyle(marked)];
  const visible = styles.some(
    ({ outlineStyle, outlineWidth, boxShadow }) =>
      (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
  );
  const box = element.getBoundingClientRect();
  const within = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  return { name: name.trim().replace(/\s+/g, ' '), role: element.localName, visible: visible && within };
}

/**
 * On a page in the accented pseudo-locale: runs of words without an accent, which no message can have written. What is
 * marked as another language, dates and references are left out.
 */
export function findPlainWords(): string[] {
  const runs = new Set<string>();
  const add = (text: string) => {
    for (const run of text.split(/[^\s]*[áéíóúñçÁÉÍÓÚ·][^\s]*/)) {
      const words = run.replace(/^[^\p{L}\d]+|[^\p{L}\d?]+$/gu, '').replace(/\s+/g, ' ');
      if (/[A-Za-z]*[aeioucn][A-Za-z]*/i.test(words) && /[A-Za-z]{3}/.test(words)) runs.add(words);
    }
  };
  const foreign = '[lang]:not(html), time, script, style, svg, .source-list, .on-paper, .brand';
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode())
    if (!texts.currentNode.parentElement?.closest(foreign)) add(texts.currentNode.textContent ?? '');
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt], [data-label]'))
    if (!element.closest(foreign))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-label'])
        add(element.getAttribute(name) ?? '');
  add(document.title);
  return [...runs];
}
