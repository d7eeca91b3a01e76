interface Suggested {
  label: string;
  /** What is said of them, for whoever does not see the list. */
  status: string;
  suggestions: { text: string; href: string; reason?: string }[];
}

/** Long enough that a slow hand asks once for a word, not once for a letter. */
const pauseMs = 180;
const mostKept = 40;

/** Suggestions below a search field, as the ARIA pattern of a combobox with a list has it (APG 1.2). Nothing is kept beyond this page. */
function suggestFor(input: HTMLInputElement, address: string): void {
  const list = document.createElement('ul');
  const status = document.createElement('p');
  const known = new Map<string, Suggested>();
  let asking: AbortController | undefined;
  let pause = 0;
  let active = -1;

  list.id = `${input.id}-suggestions`;
  list.className = 'suggestions';
  list.setAttribute('role', 'listbox');
  list.hidden = true;
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  input.after(list);
  input.form!.append(status);
  // a search field may not be a combobox, a text field may; what it looks like does not change
  input.type = 'text';
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
  ] as const)
    input.setAttribute(name, value);

  const options = () => [...list.children] as HTMLElement[];
  const mark = (next: number) => {
    active = next;
    options().forEach((option, at) => option.setAttribute('aria-selected', String(at === active)));
    const option = options()[active];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const close = () => {
    clearTimeout(pause);
    asking?.abort();
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    mark(-1);
  };
  const show = ({ label, status: said, suggestions }: Suggested) => {
    list.setAttribute('aria-label', label);
    list.replaceChildren(
      ...suggestions.map(({ text, href, reason }, at) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${at}`;
        option.setAttribute('role', 'option');
        option.dataset.href = href;
        option.append(text);
        if (reason) {
          const why = document.createElement('span');
          why.textContent = reason;
          option.append(' ', why);
        }
        return option;
      }),
    );
    mark(-1);
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    status.textContent = said;
  };

  const ask = async (query: string) => {
    asking?.abort();
    const mine = (asking = new AbortController());
    try {
      let found = known.get(query);
      if (!found) {
        const answer = await fetch(`${address}?q=${encodeURIComponent(query)}`, { signal: mine.signal });
        if (!answer.ok) return close();
        found = (await answer.json()) as Suggested;
        if (known.size >= mostKept) known.clear();
        known.set(query, found);
      }
      if (!mine.signal.aborted && document.activeElement === input) show(found);
    } catch {
      // without suggestions, the form still searches
      if (!mine.signal.aborted) close();
    }
  };
  const askSoon = (after: number) => {
    clearTimeout(pause);
    const query = input.value.trim();
    if (query.length < 2 && !/[\u3040-\u9fff]/.test(query)) {
      status.textContent = '';
      return close();
    }
    pause = window.setTimeout(() => void ask(query), after);
  };
  const go = (option: HTMLElement | undefined) => {
    if (!option) return false;
    location.assign(option.dataset.href!);
    return true;
  };

  input.addEventListener('input', () => askSoon(pauseMs));
  input.addEventListener('blur', close);
  input.form!.addEventListener('submit', close);
  window.addEventListener('pagehide', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const { length } = list.children;
    let handled = true;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) askSoon(0);
      else if (event.altKey) close();
      // past either end, the field itself is reached again
      else mark(((active + (event.key === 'ArrowDown' ? 2 : length + 1)) % (length + 1)) - 1);
    } else if (event.key === 'Enter') handled = !list.hidden && go(options()[active]);
    else if (event.key === 'Escape') {
      if (list.hidden) input.value = status.textContent = '';
      close();
    } else handled = false;
    if (handled) event.preventDefault();
  });
  // the field keeps the focus while the list is pressed
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    go((event.target as Element).closest<HTMLElement>('[role=option]') ?? undefined);
  });
}

export function startSuggestions(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]'))
    suggestFor(input, input.dataset.suggest!);
}
