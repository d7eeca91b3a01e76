/* Brings the map closer, tells the place that is met, and remembers where the reader was. Nothing is sent. */

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How much closer one press brings the map, and how close it gets: beyond that a smaller place has a page of its own. */
const step = 1.6;
const closest = 8;
const storageKey = 'cairn.map';

function startMap(sheet: HTMLElement): void {
  const svg = sheet.querySelector<SVGSVGElement>('svg')!;
  const tools = document.querySelector<HTMLElement>('[data-map-tools]');
  if (!tools) return;
  const view = tools.dataset.view ?? '';
  const { width, height } = svg.viewBox.baseVal;
  const whole: Box = { x: 0, y: 0, width, height };
  let at = whole;
  let aim = whole;
  let frame = 0;

  const draw = (box: Box) => {
    at = box;
    svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
    svg.style.setProperty('--near', String(box.width / whole.width));
  };
  /** Slides there, unless the reader wants nothing to move. */
  const goTo = (box: Box) => {
    aim = within(box, whole);
    const from = at;
    const time = moving() ? 260 : 0;
    const begun = performance.now();
    cancelAnimationFrame(frame);
    const slide = (now: number) => {
      const share = time === 0 ? 1 : Math.min(1, (now - begun) / time);
      const eased = 1 - (1 - share) ** 3;
      // at its end exactly there: what is kept is drawn again as it was
      const between = (a: number, b: number) => (share === 1 ? b : a + (b - a) * eased);
      draw({
        x: between(from.x, aim.x),
        y: between(from.y, aim.y),
        width: between(from.width, aim.width),
        height: between(from.height, aim.height),
      });
      if (share < 1) frame = requestAnimationFrame(slide);
    };
    if (time === 0) slide(begun);
    else frame = requestAnimationFrame(slide);
    showButtons();
    keep(view, aim.width < whole.width ? aim : undefined);
  };
  const zoom = (times: number, point = { x: aim.x + aim.width / 2, y: aim.y + aim.height / 2 }) => {
    const share = Math.min(1, Math.max(1 / closest, aim.width / times / whole.width));
    const factor = (share * whole.width) / aim.width;
    goTo({
      x: point.x - (point.x - aim.x) * factor,
      y: point.y - (point.y - aim.y) * factor,
      width: share * whole.width,
      height: share * whole.height,
    });
  };
  const move = (right: number, down: number) =>
    goTo({ ...aim, x: aim.x + right * aim.width * 0.3, y: aim.y + down * aim.height * 0.3 });

  const does: Record<string, () => void> = {
    closer: () => zoom(step),
    further: () => zoom(1 / step),
    whole: () => goTo(whole),
    up: () => move(0, -1),
    down: () => move(0, 1),
    left: () => move(-1, 0),
    right: () => move(1, 0),
  };
  const buttons = [...tools.querySelectorAll<HTMLButtonElement>('[data-zoom]')];
  /** What would do nothing is not there; the focus does not fall off a button that goes. */
  const showButtons = () => {
    const isWhole = aim.width >= whole.width;
    const focused = document.activeElement;
    for (const button of buttons) {
      const what = button.dataset.zoom;
      button.hidden = what === 'closer' ? aim.width <= (whole.width / closest) * 1.001 : isWhole;
    }
    if (focused instanceof HTMLButtonElement && buttons.includes(focused) && focused.hidden)
      buttons.find(({ hidden }) => !hidden)?.focus();
  };
  for (const button of buttons) button.addEventListener('click', () => does[button.dataset.zoom ?? '']?.());

  sheet.tabIndex = 0;
  sheet.setAttribute('role', 'group');
  sheet.setAttribute('aria-label', tools.dataset.label ?? '');
  const keys: Record<string, string> = {
    '+': 'closer',
    '=': 'closer',
    '-': 'further',
    '0': 'whole',
    ArrowUp: 'up',
    ArrowDown: 'down',
    ArrowLeft: 'left',
    ArrowRight: 'right',
  };
  sheet.addEventListener('keydown', (event) => {
    const what = keys[event.key];
    if (!what || event.ctrlKey || event.metaKey || event.altKey) return;
    // with the whole map in sight arrows scroll the page, as anywhere else
    if (event.key.startsWith('Arrow') && aim.width >= whole.width) return;
    event.preventDefault();
    does[what]?.();
  });
  const pointOf = (event: MouseEvent) => {
    const box = svg.getBoundingClientRect();
    return {
      x: at.x + ((event.clientX - box.left) / box.width) * at.width,
      y: at.y + ((event.clientY - box.top) / box.height) * at.height,
    };
  };
  // the wheel scrolls the page, unless the map was chosen or Ctrl is held (which is also what pinching on a pad sends)
  sheet.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && document.activeElement !== sheet) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / (event.deltaMode === 0 ? 300 : 10)), pointOf(event));
    },
    { passive: false },
  );
  startDragging(sheet, (dx, dy) => {
    if (aim.width >= whole.width) return false;
    const { width: shown } = svg.getBoundingClientRect();
    aim = within({ ...aim, x: aim.x - (dx / shown) * aim.width, y: aim.y - (dy / shown) * aim.width }, whole);
    cancelAnimationFrame(frame);
    draw(aim);
    keep(view, aim);
    return true;
  });
  startMeeting(tools);

  const kept = readKept(view);
  if (kept) draw((aim = within(kept, whole)));
  showButtons();
}

/** Never off the map, never larger than it. */
function within(box: Box, whole: Box): Box {
  // hundredths: what is kept is drawn again exactly as it was
  const round = (number: number) => Math.round(number * 100) / 100;
  const width = round(Math.min(box.width, whole.width));
  const height = round(Math.min(box.height, whole.height));
  return {
    x: round(Math.min(Math.max(box.x, 0), whole.width - width)),
    y: round(Math.min(Math.max(box.y, 0), whole.height - height)),
    width,
    height,
  };
}

const moving = (): boolean => parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--motion')) > 0;

/** For those who like to. A pointer that moved does not also press the place under it. */
function startDragging(sheet: HTMLElement, drag: (dx: number, dy: number) => boolean): void {
  let last: { x: number; y: number } | undefined;
  let far = 0;
  sheet.addEventListener('pointerdown', ({ clientX: x, clientY: y, button, pointerType }) => {
    far = 0;
    // a finger scrolls the page
    if (button === 0 && pointerType !== 'touch') last = { x, y };
  });
  addEventListener('pointermove', ({ clientX: x, clientY: y }) => {
    if (!last) return;
    const [dx, dy] = [x - last.x, y - last.y];
    if (drag(dx, dy)) far += Math.abs(dx) + Math.abs(dy);
    last = { x, y };
  });
  addEventListener('pointerup', () => (last = undefined));
  sheet.addEventListener('dragstart', (event) => event.preventDefault());
  sheet.addEventListener('click', (event) => far > 6 && event.preventDefault(), { capture: true });
}

/** The place under the pointer or the focus is told in words, and marked on the map and in the list alike. */
function startMeeting(tools: HTMLElement): void {
  const line = tools.querySelector<HTMLElement>('[data-met]')!;
  const places = Map.groupBy(
    document.querySelectorAll<HTMLElement | SVGElement>('[data-region]'),
    (each) => each.dataset.region!,
  );
  const texts = new Map<string, string>();
  for (const title of document.querySelectorAll('.map title')) {
    const place = (title.parentElement as unknown as SVGElement | null)?.dataset.region;
    if (place) texts.set(place, title.textContent);
    // told below the map: no second time in a box over it
    title.remove();
  }
  let met: string | undefined;
  const meet = (target: EventTarget | null) => {
    const code =
      target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-region]')?.dataset.region : undefined;
    if (code === met) return;
    for (const each of places.get(met ?? '') ?? []) each.classList.remove('met');
    for (const each of places.get(code ?? '') ?? []) each.classList.add('met');
    met = code;
    line.textContent = texts.get(code ?? '') ?? line.dataset.hint ?? '';
  };
  document.addEventListener('pointerover', ({ target }) => meet(target));
  document.addEventListener('focusin', ({ target }) => meet(target));
  document.addEventListener('focusout', () => meet(null));
  // whoever was there before the script came
  meet(document.activeElement);
}

/** Until the tab is closed, on this device: the part of which map, and never of which condition. */
function keep(view: string, box: Box | undefined): void {
  try {
    if (box) sessionStorage.setItem(storageKey, JSON.stringify({ view, box }));
    else sessionStorage.removeItem(storageKey);
  } catch {
    // storage may be closed
  }
}

function readKept(view: string): Box | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as { view: string; box: Box } | null;
    return kept?.view === view && Object.values(kept.box).every(Number.isFinite) ? kept.box : undefined;
  } catch {
    return undefined;
  }
}

for (const sheet of document.querySelectorAll<HTMLElement>('[data-map]')) startMap(sheet);
