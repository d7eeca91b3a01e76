import { Fingerprint } from './fingerprint.tsx';

export const title = 'Fingerprint';
export const why = 'Says that two texts are the same to the letter. In groups, so that an eye can compare.';
export const examples = {
  'Of a text': () => <Fingerprint of="ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" />,
};
