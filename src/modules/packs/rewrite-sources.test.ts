import { describe, expect, test } from 'vitest';
import { rewriteSources } from './rewrite-sources.ts';

const before = { id: 'a', type: 'book', title: 'A: “title”, with \\ in it' };
const marked = { ...before, status: 'retracted', note: '10.1000/notice' };
const lines = `[
  {
    "id": "a",
    "type": "book",
    "title": "A: “title”, with \\\\ in it",
    "DOI": "10.1000/a"
  },
  { "id": "b", "title": "B" }
]
`;

describe('sources.json with a mark of the site', () => {
  test('has two lines more, after the title, in the indentation of the file', () => {
    expect(rewriteSources(lines, [{ before, csl: marked }])).toBe(
      lines.replace('    "DOI"', '    "status": "retracted",\n    "note": "10.1000/notice",\n    "DOI"'),
    );
  });

  test('is as it was, byte for byte, when the mark is taken off again', () => {
    const out = rewriteSources(lines, [{ before, csl: marked }]);
    expect(rewriteSources(out, [{ before: marked, csl: before }])).toBe(lines);
    const flow = { id: 'b', title: 'B' };
    const other = { before: flow, csl: { ...flow, status: 'superseded', note: 'PMID 1' } };
    const both = rewriteSources(lines, [{ before, csl: marked }, other]);
    expect(JSON.parse(both)).toMatchObject([marked, other.csl]);
    expect(both).toContain('{ "id": "b", "title": "B", "status": "superseded", "note": "PMID 1" }');
    const back = rewriteSources(both, [
      { before: marked, csl: before },
      { before: other.csl, csl: flow },
    ]);
    expect(back).toBe(lines);
  });

  test.each([
    ['in tabs', lines.replaceAll('  ', '\t')],
    ['without a title', lines.replace(/ {4}"title".*\n/u, '')],
    ['in one line', JSON.stringify(JSON.parse(lines))],
    ['with the brace on the line of the first key', lines.replace('{\n    "id": "a"', '{ "id": "a"')],
    ['with the title first', lines.replace(/( {4}"id".*\n)( {4}"type".*\n)( {4}"title".*\n)/u, '$3$1$2')],
    ['with the title last', lines.replace(',\n    "DOI": "10.1000/a"', '')],
  ])('stays JSON, and goes back to what it was: %s', (_, text) => {
    const out = rewriteSources(text, [{ before, csl: marked }]);
    const [item] = JSON.parse(out) as Record<string, unknown>[];
    expect(item).toMatchObject({ id: 'a', status: 'retracted', note: '10.1000/notice' });
    expect(rewriteSources(out, [{ before: marked, csl: before }])).toBe(text);
  });

  test('has another word in the place of the one that stood there', () => {
    const out = rewriteSources(lines, [{ before, csl: marked }]);
    const now = { ...marked, status: 'superseded' };
    expect(rewriteSources(out, [{ before: marked, csl: now }])).toBe(out.replace('retracted', 'superseded'));
  });

  test('keys that stand first are taken out with what follows them', () => {
    const text = '[{"status":"retracted","note":"x","id":"a"},{"note":"x","id":"b","status":"retracted"}]';
    const edit = (id: string) => ({ before: { id, status: 'retracted', note: 'x' }, csl: { id } });
    expect(rewriteSources(text, [edit('a'), edit('b')])).toBe('[{"id":"a"},{"id":"b"}]');
  });
});
