import type { Fixtures } from './fixture.ts';
import * as tokens from './tokens.fixtures.tsx';
import * as bodies from '../bodies/bodies.fixtures.tsx';
import * as bodyMap from '../body-map/body-map.fixtures.tsx';
import * as button from '../button/button.fixtures.tsx';
import * as change from '../change/change.fixtures.tsx';
import * as citation from '../citation/citation.fixtures.tsx';
import * as comfort from '../comfort/comfort.fixtures.tsx';
import * as comments from '../comments/comments.fixtures.tsx';
import * as compare from '../compare/compare.fixtures.tsx';
import * as contents from '../contents/contents.fixtures.tsx';
import * as count from '../count/count.fixtures.tsx';
import * as desk from '../desk/desk.fixtures.tsx';
import * as editor from '../editor/editor.fixtures.tsx';
import * as empty from '../empty/empty.fixtures.tsx';
import * as entries from '../entries/entries.fixtures.tsx';
import * as errorPage from '../error-page/error-page.fixtures.tsx';
import * as errorSummary from '../error-summary/error-summary.fixtures.tsx';
import * as experience from '../experience/experience.fixtures.tsx';
import * as facts from '../facts/facts.fixtures.tsx';
import * as family from '../family/family.fixtures.tsx';
import * as field from '../field/field.fixtures.tsx';
import * as fingerprint from '../fingerprint/fingerprint.fixtures.tsx';
import * as fold from '../fold/fold.fixtures.tsx';
import * as form from '../form/form.fixtures.tsx';
import * as glossary from '../glossary/glossary.fixtures.tsx';
import * as historyList from '../history-list/history-list.fixtures.tsx';
import * as indexList from '../index-list/index-list.fixtures.tsx';
import * as intervals from '../intervals/intervals.fixtures.tsx';
import * as invite from '../invite/invite.fixtures.tsx';
import * as map from '../map/map.fixtures.tsx';
import * as note from '../note/note.fixtures.tsx';
import * as notice from '../notice/notice.fixtures.tsx';
import * as opening from '../opening/opening.fixtures.tsx';
import * as pageHead from '../page-head/page-head.fixtures.tsx';
import * as paging from '../paging/paging.fixtures.tsx';
import * as part from '../part/part.fixtures.tsx';
import * as peopleLine from '../people-line/people-line.fixtures.tsx';
import * as person from '../person/person.fixtures.tsx';
import * as qr from '../qr/qr.fixtures.tsx';
import * as places from '../places/places.fixtures.tsx';
import * as quotes from '../quotes/quotes.fixtures.tsx';
import * as related from '../related/related.fixtures.tsx';
import * as results from '../results/results.fixtures.tsx';
import * as reviewLine from '../review-line/review-line.fixtures.tsx';
import * as searchForm from '../search-form/search-form.fixtures.tsx';
import * as sources from '../sources/sources.fixtures.tsx';
import * as steps from '../steps/steps.fixtures.tsx';
import * as stones from '../stones/stones.fixtures.tsx';
import * as summit from '../summit/summit.fixtures.tsx';
import * as table from '../table/table.fixtures.tsx';
import * as tag from '../tag/tag.fixtures.tsx';
import * as term from '../term/term.fixtures.tsx';
import * as trail from '../trail/trail.fixtures.tsx';
import * as urgent from '../urgent/urgent.fixtures.tsx';
import * as wayOn from '../way-on/way-on.fixtures.tsx';
import * as wordList from '../word-list/word-list.fixtures.tsx';
import * as writing from '../writing/writing.fixtures.tsx';

const inOrder: Record<string, Fixtures> = {
  tokens,
  stones,
  trail,
  button,
  wayOn,
  tag,
  searchForm,
  field,
  form,
  steps,
  notice,
  urgent,
  errorSummary,
  results,
  reviewLine,
  peopleLine,
  contents,
  part,
  note,
  citation,
  term,
  sources,
  related,
  table,
  fingerprint,
  fold,
  intervals,
  bodies,
  bodyMap,
  family,
  map,
  places,
  count,
  experience,
  writing,
  person,
  invite,
  empty,
  indexList,
  quotes,
  glossary,
  facts,
  desk,
  comments,
  editor,
  wordList,
  entries,
  qr,
  paging,
  historyList,
  change,
  comfort,
  compare,
  pageHead,
  errorPage,
  summit,
  opening,
};

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Every component's fixtures, in the order of the gallery, by the name of its folder: `/ui/<name>` shows whole pages. */
export const fixtures: Readonly<Record<string, Fixtures>> = Object.fromEntries(
  Object.entries(inOrder).map(([name, fixture]) => [kebab(name), fixture]),
);
