/* A passkey needs the browser's own dialog, and that a script. Everything else on these pages works without one. */

const toBytes = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const toText = (bytes: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

interface Offer {
  options: {
    challenge: string;
    user?: { id: string; name: string; displayName: string };
    rp: { id: string; name: string };
    pubKeyCredParams: { type: 'public-key'; alg: number }[];
    excludeCredentials?: { id: string; type: 'public-key' }[];
    allowCredentials?: { id: string; type: 'public-key' }[];
  };
  challenge: string;
}

const withBytes = (list: { id: string; type: 'public-key' }[] | undefined) =>
  list?.map((each) => ({ ...each, id: toBytes(each.id) }));

async function send(path: string, body: object): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function ask(kind: string | undefined, { options }: Offer): Promise<PublicKeyCredential | null> {
  const shared = { ...options, challenge: toBytes(options.challenge) };
  if (kind === 'sign-in')
    return (await navigator.credentials.get({
      publicKey: { ...shared, allowCredentials: withBytes(options.allowCredentials) },
    })) as PublicKeyCredential | null;
  return (await navigator.credentials.create({
    publicKey: {
      ...shared,
      user: { ...options.user!, id: toBytes(options.user!.id) },
      excludeCredentials: withBytes(options.excludeCredentials),
    },
  })) as PublicKeyCredential | null;
}

/** What the authenticator said, as text that can be sent. */
function answerOf(credential: PublicKeyCredential): object {
  const { response } = credential;
  const parts: Record<string, unknown> = { clientDataJSON: toText(response.clientDataJSON) };
  if (response instanceof AuthenticatorAttestationResponse) {
    parts.attestationObject = toText(response.attestationObject);
    parts.transports = response.getTransports();
  } else if (response instanceof AuthenticatorAssertionResponse) {
    parts.authenticatorData = toText(response.authenticatorData);
    parts.signature = toText(response.signature);
    if (response.userHandle) parts.userHandle = toText(response.userHandle);
  }
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response: parts,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function go(button: HTMLButtonElement): Promise<void> {
  const { offer: offerPath, answer: answerPath, to } = button.dataset;
  const offered = await send(offerPath!, {});
  if (!offered.ok) return say(button, 'refused');
  const offer = (await offered.json()) as Offer;
  let credential: PublicKeyCredential | null;
  try {
    credential = await ask(button.dataset.passkey, offer);
  } catch {
    // Closed, or none on this device: browsers do not say which.
    return say(button, 'closed');
  }
  if (!credential) return say(button, 'closed');
  const done = await send(answerPath!, { answer: answerOf(credential), challenge: offer.challenge, to });
  if (!done.ok) return say(button, 'refused');
  const { path } = (await done.json()) as { path: string };
  location.assign(path);
}

function say(button: HTMLButtonElement, what: 'closed' | 'refused'): void {
  button.disabled = false;
  const place = document.getElementById(button.getAttribute('aria-describedby')!)!;
  place.textContent = button.dataset[what]!;
  place.hidden = false;
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-passkey]')) {
  const box = button.closest<HTMLElement>('[data-passkeys]')!;
  if (!('PublicKeyCredential' in window)) {
    // what only a script can do is shown wherever there is one
    box.removeAttribute('data-script');
    box.hidden = true;
    continue;
  }
  box.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    void go(button);
  });
}
