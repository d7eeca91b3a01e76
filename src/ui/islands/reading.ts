const readable = 'h1, h2, h3, h4, p, li, caption, th, td, dt, dd, figcaption';
const silent = 'nav, form, [popover], [hidden], .cites, .source-list, .visually-hidden, noscript';

interface Passage {
  element: HTMLElement;
  text: string;
}

/** What is said of one element: no citation numbers, no hidden explanations. */
function textOf(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll(`${silent}, svg`)) part.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function passages(main: HTMLElement): Passage[] {
  return [...main.querySelectorAll<HTMLElement>(readable)]
    .filter(
      (element) =>
        !element.closest(silent) && !element.querySelector(readable) && element.checkVisibility?.() !== false,
    )
    .map((element) => ({ element, text: textOf(element) }))
    .filter(({ text }) => text !== '');
}

/** Reads the page aloud with the voice of the device, passage by passage, and marks the place. Stops, and goes on from there. */
export function startReading(): void {
  const main = document.querySelector('main');
  const bar = document.querySelector<HTMLElement>('[data-reading]');
  if (!main || !bar || !('speechSynthesis' in window)) return;
  const buttons = document.querySelectorAll<HTMLButtonElement>('[data-read-aloud]');
  let queue: Passage[] = [];
  let place = 0;
  let marked: HTMLElement | null = null;
  let turn = 0; // a voice that was stopped still reports its end; only the last start counts

  const mark = (element: HTMLElement | null) => {
    marked?.removeAttribute('data-spoken');
    marked = element;
    element?.setAttribute('data-spoken', '');
    element?.scrollIntoView({ block: 'nearest' });
  };
  const stop = () => {
    turn += 1;
    speechSynthesis.cancel();
    mark(null);
    bar.hidden = true;
    for (const button of buttons) button.setAttribute('aria-pressed', 'false');
  };
  const say = (mine: number): void => {
    const passage = queue[place];
    if (mine !== turn) return;
    if (!passage) {
      place = 0;
      return stop();
    }
    const voice = new SpeechSynthesisUtterance(passage.text);
    voice.lang = passage.element.closest<HTMLElement>('[lang]')?.lang ?? '';
    voice.onend = () => {
      if (mine !== turn) return;
      place += 1;
      say(mine);
    };
    voice.onerror = () => mine === turn && stop();
    mark(passage.element);
    speechSynthesis.speak(voice);
  };
  const start = () => {
    stop();
    queue = passages(main);
    if (place >= queue.length) place = 0;
    bar.hidden = false;
    for (const button of buttons) button.setAttribute('aria-pressed', 'true');
    say(turn);
  };

  for (const button of buttons) {
    button.hidden = false;
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-pressed') === 'true') return stop();
      const panel = button.closest<HTMLElement>('[popover]');
      panel?.hidePopover?.();
      start();
    });
  }
  bar.querySelector('[data-read-stop]')?.addEventListener('click', () => {
    stop();
    main.focus({ preventScroll: true });
  });
  window.addEventListener('pagehide', stop);
}
