import type { I18n } from '#platform/i18n/i18n.ts';
import { Citations } from './citation.tsx';

export const title = 'Citations';
export const why = 'A number that leads to the source. The area that can be hit is larger than it looks.';
export const examples = {
  'One and several': (i18n: I18n) => (
    <p>
      They come without your choice
      <Citations i18n={i18n} cited={[{ number: 1, occurrence: 1 }]} />. They last, or they come and go
      <Citations
        i18n={i18n}
        cited={[
          { number: 1, occurrence: 2 },
          { number: 2, occurrence: 1 },
        ]}
      />
      .
    </p>
  ),
};
