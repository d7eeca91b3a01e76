/*
 * Shows while somebody writes how the page will look, how hard it is to read and what is to be put right: the form is sent as
 * its own button would send it, and the parts of the answer that changed take the places of those on the page.
 */
const pauseOfThePen = 900;

function startEditor(form: HTMLFormElement): void {
  let timer = 0;
  let sending: XMLHttpRequest | undefined;
  let leaving = false;

  const show = (answer: Document) => {
    for (const part of answer.querySelectorAll('[data-live]'))
      document.getElementById(part.id)?.replaceWith(document.importNode(part, true));
    const seen = answer.querySelector<HTMLInputElement>('[data-editor] input[name="seen"]');
    const own = form.elements.namedItem('seen');
    if (seen && own instanceof HTMLInputElement) own.value = seen.value;
  };

  const send = () => {
    if (leaving) return;
    sending?.abort();
    const data = new FormData(form);
    data.set('act', 'preview');
    // a request whose answer is a document: nothing in it runs, and no text becomes markup here
    const request = (sending = new XMLHttpRequest());
    request.open('POST', form.action);
    request.responseType = 'document';
    request.addEventListener('load', () => {
      if (request.status === 200 && request.responseXML && !leaving) show(request.responseXML);
    });
    request.send(
      new URLSearchParams([...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
    );
  };

  form.addEventListener('input', (event) => {
    const { name } = event.target as HTMLInputElement;
    if (name === 'find' || name === 'paste') return;
    clearTimeout(timer);
    timer = window.setTimeout(send, pauseOfThePen);
  });
  form.addEventListener('submit', () => {
    leaving = true;
    clearTimeout(timer);
    sending?.abort();
  });

  // where the pen was last; at the end if it was nowhere yet
  const body = form.querySelector<HTMLTextAreaElement>('#body');
  let touched = false;
  body?.addEventListener('focus', () => {
    touched = true;
  });
  for (const place of form.querySelectorAll<HTMLElement>('code[data-cite]')) {
    const { cite = '' } = place.dataset;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button second';
    button.textContent = cite;
    button.addEventListener('click', () => {
      if (!body) return;
      const at = touched ? body.selectionEnd : body.value.length;
      const space = at > 0 && /\S/u.test(body.value[at - 1] ?? '') ? ' ' : '';
      body.setRangeText(space + cite, at, at, 'end');
      body.focus();
      body.dispatchEvent(new Event('input', { bubbles: true }));
    });
    place.replaceWith(button);
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-editor]')) startEditor(form);
