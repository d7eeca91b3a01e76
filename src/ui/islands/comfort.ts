const key = 'cairn.comfort'; // read by early.ts, before the page is painted

function read(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

function keep(choices: Record<string, string>): void {
  try {
    if (Object.keys(choices).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(choices));
  } catch {
    // storage may be closed; the choice holds for this page
  }
}

/** Keeps the comfort panel's choices on the device, without a cookie, and puts them back on the next page. */
export function startComfort(): void {
  const panel = document.getElementById('comfort');
  if (!panel) return;
  const root = document.documentElement;
  const radios = [...panel.querySelectorAll<HTMLInputElement>('input[type=radio]')];

  // the first choice of each setting is the usual one, and leaves no trace
  const usual = new Set(radios.filter((radio) => radio.defaultChecked));
  const show = (kept: Record<string, string>) => {
    for (const radio of radios) {
      const chosen = kept[radio.name];
      radio.checked = chosen ? radio.value === chosen : usual.has(radio);
      if (!chosen) delete root.dataset[radio.name];
    }
  };
  const apply = (radio: HTMLInputElement) => {
    const kept = read();
    if (usual.has(radio)) {
      delete kept[radio.name];
      delete root.dataset[radio.name];
    } else root.dataset[radio.name] = kept[radio.name] = radio.value;
    keep(kept);
  };

  show(read());
  panel.addEventListener('change', (event) => {
    const radio = event.target;
    if (radio instanceof HTMLInputElement) apply(radio);
  });
  panel.querySelector('[data-comfort-reset]')?.addEventListener('click', () => {
    keep({});
    show({});
  });
  // another page of this site, open beside this one, follows
  window.addEventListener('storage', (event) => {
    if (event.key !== key && event.key !== null) return;
    const kept = read();
    show(kept);
    Object.assign(root.dataset, kept);
  });
}
