import type { I18n } from '#platform/i18n/i18n.ts';
import { IndexLetters, IndexList, IndexNames } from './index-list.tsx';

export const title = 'Index';
export const why = 'As at the back of an atlas: a name, a row of dots, what it is in plain words.';
export const examples = {
  Letters: (i18n: I18n) => (
    <IndexLetters
      i18n={i18n}
      letters={[...'ABDEM'].map((letter) => ({ letter, href: letter === 'A' ? null : '#ui-index-list' }))}
    />
  ),
  Entries: () => (
    <IndexList
      entries={[
        { text: 'Dystonia', href: '#ui-index-list', means: 'movements and postures you did not choose' },
        { text: 'Blepharospasm', href: '#ui-index-list', means: 'eyelids that close by themselves', child: true },
        { text: 'Essential tremor', href: '#ui-index-list', means: 'hands that shake when they act' },
        { text: 'A name alone', href: '#ui-index-list' },
      ]}
    />
  ),
  Names: () => (
    <IndexNames
      names={['Early-onset generalized limb-onset dystonia', 'Wilson disease', 'Paroxysmal dyskinesia'].map((text) => ({
        text,
        href: '#ui-index-list',
      }))}
    />
  ),
};
