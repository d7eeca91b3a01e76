/**
 * Which larger region a disputed place is shown under, where an atlas decides otherwise than ISO 3166 and UN M49.
 * One line a place: its code and the code of the country (or continent) that it is to be part of, such as
 * `'UA-43': 'RU'` or `EH: 'MA'`. A country that becomes part of another keeps its own code, name and shape, and loses its
 * subdivisions. Shipped empty on purpose: the policy is ISO's, and it is written in docs/domain/regions.md.
 */
export const borders: Readonly<Record<string, string>> = {};
