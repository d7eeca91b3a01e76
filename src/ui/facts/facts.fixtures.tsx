import { Facts } from './facts.tsx';

export const title = 'Facts';
export const why = 'Names, codes and dates, with links to those who keep them.';
export const examples = {
  Codes: () => (
    <Facts
      facts={[
        { name: 'Also called', values: ['Dystonic disorder'] },
        { name: 'MONDO', values: [<a href="https://purl.obolibrary.org/obo/MONDO_0003441">MONDO:0003441</a>] },
        { name: 'ICD-10', values: [<a href="https://icd.who.int/browse10/2019/en#/G24">G24</a>, 'wider: G20–G26'] },
      ]}
    />
  ),
};
