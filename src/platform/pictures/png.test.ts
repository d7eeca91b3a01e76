import { expect, test } from 'vitest';
import { createPngMaker } from './png.ts';

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><rect width="10" height="5" fill="#134a76"/></svg>';
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test('a drawing becomes a PNG of the width asked for; two at once are both drawn', async () => {
  const { make } = createPngMaker();
  const [one, other] = await Promise.all([make(square, 40), make(square, 20)]);
  expect(one.subarray(1, 4).toString()).toBe('PNG');
  expect(sizeOf(one)).toEqual([40, 20]);
  expect(sizeOf(other)).toEqual([20, 10]);
});

test('what is no drawing fails with a reason, and the next is drawn all the same', async () => {
  const { make } = createPngMaker();
  await expect(make('no drawing', 40)).rejects.toThrow('could not be drawn');
  expect(sizeOf(await make(square, 10))).toEqual([10, 5]);
});
