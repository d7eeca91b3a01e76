/** Why another machine's answer cannot be used. */
export type FetchProblem = 'not-found' | 'slow' | 'too-large' | 'not-json' | 'unreachable';

/**
 * Asks another machine for JSON: for a limited time, up to a limited size, over http and https alone, wherever it is sent on
 * to. Nothing is told but the address itself.
 */
export async function fetchJson(
  address: string,
  { accept, seconds, mostBytes }: { accept: string; seconds: number; mostBytes: number },
): Promise<{ json: unknown } | { problem: FetchProblem }> {
  const signal = AbortSignal.timeout(seconds * 1000);
  try {
    // `fetch` follows no redirect to another scheme, and twenty at most
    const response = await fetch(address, {
      signal,
      headers: { accept, 'user-agent': 'Cairn' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { problem: response.status === 404 || response.status === 410 ? 'not-found' : 'unreachable' };
    }
    const text = await readWithin(response, mostBytes);
    if (text === undefined) return { problem: 'too-large' };
    return readJson(text);
  } catch {
    return { problem: signal.aborted ? 'slow' : 'unreachable' };
  }
}

async function readWithin(response: Response, most: number): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  // leaving the loop closes the connection
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > most) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function readJson(text: string): { json: unknown } | { problem: 'not-json' } {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return { problem: 'not-json' };
  }
}
