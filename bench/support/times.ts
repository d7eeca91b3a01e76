/** How long each of `count` requests takes, whole, in milliseconds. Anything but an answer or a way on is an error. */
export async function timesOf(
  count: number,
  ask: (n: number) => Promise<Response>,
  /** What is done before each, and does not count. */
  before: (n: number) => Promise<void> = async () => {},
): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    await before(n);
    const begun = performance.now();
    const response = await ask(n);
    const body = await response.text();
    times.push(performance.now() - begun);
    if (response.status !== 200 && response.status !== 303)
      throw new Error(`${response.url} answers ${response.status}: ${body.slice(0, 200)}`);
  }
  return times;
}
