import { Qr } from './qr.tsx';

export const title = 'Code for a camera';
export const why = 'Dark on light in every theme; the same stands beside it in letters.';
export const examples = {
  'An address': () => <Qr text="https://example.org/a-page" label="https://example.org/a-page" />,
};
