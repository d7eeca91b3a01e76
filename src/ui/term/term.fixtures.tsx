import { Term } from './term.tsx';

export const title = 'Glossary word';
export const why = 'A hard word that stays: press it, and its meaning opens beside it.';
export const examples = {
  'In a sentence': () => (
    <p>
      Doctors call this{' '}
      <Term id="overflow" term="Overflow" means="Movement that spills into a part of the body you did not mean to use.">
        overflow
      </Term>
      .
    </p>
  ),
};
