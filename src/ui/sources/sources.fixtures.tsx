import type { I18n } from '#platform/i18n/i18n.ts';
import { Sources } from './sources.tsx';

export const title = 'List of sources';
export const why = 'Numbered as they are cited, each with a way back to where it is used.';
export const examples = {
  'Two sources': (i18n: I18n) => (
    <Sources
      i18n={i18n}
      sources={[
        {
          number: 1,
          entry: (
            <>
              Albanese and others. Definition and Classification of Dystonia. <cite>Movement Disorders</cite> 2025.{' '}
              <a href="https://pubmed.ncbi.nlm.nih.gov/40326714/">PMID 40326714</a>
            </>
          ),
        },
        {
          number: 2,
          entry: (
            <>
              Albanese and others. <cite>Movement Disorders</cite> 2013; 28: 863–73.{' '}
              <a href="https://doi.org/10.1002/mds.25475">doi 10.1002/mds.25475</a>
            </>
          ),
        },
      ]}
    />
  ),
};
