/* Keeps words while they are written: on the device at once, on the server a little later. Without it, the form still works. */

interface Kept {
  at: number;
  fields: Record<string, string>;
}

const keptDays = 30;
const now = () => performance.timeOrigin + performance.now();
const onDeviceAfter = 400;
const onServerAfter = 2500;
const prefix = 'cairn.words:';

function read(key: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as Kept | null;
    return kept && now() - kept.at < keptDays * 24 * 60 * 60 * 1000 ? kept : undefined;
  } catch {
    return undefined; // storage may be closed
  }
}

function write(key: string, fields: Record<string, string> | undefined): boolean {
  try {
    if (fields) localStorage.setItem(prefix + key, JSON.stringify({ at: now(), fields } satisfies Kept));
    else localStorage.removeItem(prefix + key);
    return true;
  } catch {
    return false;
  }
}

// a page that comes after says that the server has these words
for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-words-safe]'))
  write(dataset.wordsSafe!, undefined);

const form = document.querySelector<HTMLFormElement>('form[data-write]');
if (form) start(form, form.dataset.write!);

function start(form: HTMLFormElement, key: string): void {
  const boxes = [...form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input[type="text"]')];
  const state = form.querySelector<HTMLElement>('[data-save-state]');
  const back = form.querySelector<HTMLElement>('[data-kept]');
  const words = (name: string) => form.dataset[name] ?? '';
  const values = () => Object.fromEntries(boxes.map(({ name, value }) => [name, value]));
  const isBlank = (fields: Record<string, string>) => Object.values(fields).every((value) => value.trim() === '');
  const time = () =>
    new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }).format();
  const say = (name: string, alarm = false) => {
    if (!state) return;
    state.textContent = words(name).replace('{time}', time());
    state.dataset.state = alarm ? 'alarm' : '';
  };

  let stopped = false;
  let dirty = false;
  const keep = () => {
    if (isBlank(values())) return;
    if (write(key, values()) && !form.dataset.autosave) say('wordsOnDevice');
  };
  const put = (fields: Record<string, string>) => {
    for (const box of boxes) if (fields[box.name] !== undefined) box.value = fields[box.name]!;
    dirty = true;
  };

  const kept = read(key);
  if (kept && JSON.stringify(kept.fields) !== JSON.stringify(values()) && !isBlank(kept.fields)) {
    const before = values();
    // where nothing is, they come back by themselves; over other words only when asked
    if (isBlank(before)) put(kept.fields);
    if (back) {
      back.hidden = false;
      const [restore, forget] = back.querySelectorAll('button');
      if (isBlank(before)) restore!.hidden = true;
      restore?.addEventListener('click', () => {
        put(kept.fields);
        back.hidden = true;
        boxes[0]?.focus();
      });
      forget?.addEventListener('click', () => {
        write(key, undefined);
        put(before);
        dirty = false;
        back.hidden = true;
        boxes[0]?.focus();
      });
    }
  }

  let saving: Promise<void> | undefined;
  function save(): void {
    if (!form.dataset.autosave || stopped || saving || !dirty || isBlank(values())) return;
    saving = send(form.dataset.autosave).finally(() => (saving = undefined));
  }
  async function send(address: string): Promise<void> {
    dirty = false;
    try {
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
      body.set('act', 'autosave');
      const response = await fetch(address, { method: 'POST', body, redirect: 'manual' });
      const said = response.headers.get('content-type')?.includes('json')
        ? ((await response.json()) as { version?: number; state?: string })
        : {};
      if (said.version !== undefined) {
        form.querySelector<HTMLInputElement>('[name="version"]')!.value = String(said.version);
        say('wordsSaved');
      } else {
        // somebody must look first: nothing is saved over another window's words
        stopped = said.state === 'newer' || said.state === 'gone';
        dirty = true;
        say(
          said.state === 'newer' || said.state === 'gone'
            ? 'wordsNewer'
            : said.state === 'long'
              ? 'wordsLong'
              : response.status === 401
                ? 'wordsSignedOut'
                : 'wordsAway',
          true,
        );
      }
    } catch {
      dirty = true;
      say('wordsAway', true);
    }
  }

  let device = 0;
  let server = 0;
  form.addEventListener('input', () => {
    dirty = true;
    clearTimeout(device);
    clearTimeout(server);
    device = window.setTimeout(keep, onDeviceAfter);
    server = window.setTimeout(save, onServerAfter);
  });
  window.addEventListener('online', save);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    keep();
    save();
  });
  window.addEventListener('pagehide', keep);
  form.addEventListener('submit', (event) => {
    keep();
    if (saving) {
      // the version that is being saved now is the one to go on from
      event.preventDefault();
      void saving.then(() => form.requestSubmit(event.submitter));
      return;
    }
    if (navigator.onLine) return;
    event.preventDefault();
    say('wordsAway', true);
    state?.scrollIntoView({ block: 'center' });
  });
}
