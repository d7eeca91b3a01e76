import type { I18n } from '#platform/i18n/i18n.ts';
import * as bodies from '../bodies/bodies.fixtures.tsx';
import { Citations } from '../citation/citation.tsx';
import { Contents } from '../contents/contents.tsx';
import * as count from '../count/count.fixtures.tsx';
import { Empty } from '../empty/empty.tsx';
import * as intervals from '../intervals/intervals.fixtures.tsx';
import { Note } from '../note/note.tsx';
import { PageTools } from '../page-tools/page-tools.tsx';
import { Part, Prose } from '../part/part.tsx';
import { PeopleLine } from '../people-line/people-line.tsx';
import { Related } from '../related/related.tsx';
import { ReviewLine } from '../review-line/review-line.tsx';
import * as sources from '../sources/sources.fixtures.tsx';
import * as table from '../table/table.fixtures.tsx';
import { Term } from '../term/term.tsx';
import { Trail } from '../trail/trail.tsx';
import * as urgent from '../urgent/urgent.fixtures.tsx';
import { Opening, ShortAnswer } from './opening.tsx';

export const title = 'A whole answer';
export const why =
  'The first screenful holds the question, the short answer, who stands behind it, and that the reader is not the only one.';
export const whole = 'sheet';

const head = (i18n: I18n) => (
  <>
    <Opening
      title="What is dystonia?"
      trail={
        <Trail
          i18n={i18n}
          steps={[
            { text: 'Conditions', href: '#main' },
            { text: 'Dystonia', href: '#main' },
          ]}
        />
      }
    >
      <ShortAnswer i18n={i18n}>
        Dystonia is a movement disorder. Parts of the body twist, pull or hold a position without your meaning them to.
        It may come and go or last, and it often grows stronger when you try to move. It can touch one small part, such
        as the eyelids, or most of the body. Several treatments can help.
      </ShortAnswer>
      <ReviewLine i18n={i18n} review={{ state: 'unsigned', updated: '2026-04-07' }} />
      <PeopleLine i18n={i18n} people={805} more={{ text: 'Meet them', href: '#people' }} />
      <PageTools i18n={i18n} />
    </Opening>
    <Contents
      i18n={i18n}
      parts={[
        { id: 'what-happens', text: 'What happens' },
        { id: 'kinds', text: 'How doctors describe it' },
        { id: 'how-common', text: 'How common it is' },
        { id: 'look-alikes', text: 'What it can be mistaken for' },
        { id: 'people', text: 'People who live with it', people: true },
      ]}
    />
  </>
);

export const examples = {
  'An answer': (i18n: I18n) => (
    <>
      {head(i18n)}
      <Part id="what-happens" title="What happens">
        <Prose>
          <p>
            Dystonia shows as movements, as postures, or as both. They come without your choice. They last, or they come
            and go. They tend to follow a pattern: the same pull, in the same direction, again and again
            <Citations i18n={i18n} cited={[{ number: 1, occurrence: 1 }]} />.
          </p>
          <Note>
            <p>
              Older pages speak of “muscle contractions”. In 2025 the experts dropped those words, so that nobody mixes
              up dystonia with diseases of nerve and muscle.
            </p>
          </Note>
          <p>
            Moving on purpose often starts them or makes them stronger. The pull can also reach muscles that the task
            does not need. Doctors call this{' '}
            <Term
              id="overflow"
              term="Overflow"
              means="Movement that spills into a part of the body you did not mean to use: you write, and your shoulder rises."
            >
              overflow
            </Term>
            <Citations
              i18n={i18n}
              cited={[
                { number: 1, occurrence: 2 },
                { number: 2, occurrence: 1 },
              ]}
            />
            .
          </p>
          <p>Some people find that a light touch in the right place eases the pull for a while.</p>
        </Prose>
      </Part>
      <Part id="kinds" title="How doctors describe it" stones={1}>
        <Prose>
          <p>
            Doctors look at dystonia from two sides. First, what they see. Second, the cause: inherited, acquired, or
            not known.
          </p>
        </Prose>
        {bodies.examples['Five patterns'](i18n)}
      </Part>
      <Part id="how-common" title="How common it is" stones={2}>
        <Prose>
          <p>
            Nobody knows exactly. Studies that try to count everyone differ, and many people are likely never counted.
          </p>
        </Prose>
        {intervals.examples['Logarithmic, with a disagreement'](i18n)}
      </Part>
      <Part id="look-alikes" title="What it can be mistaken for" stones={3}>
        <Prose>
          <p>This table cannot tell you what you have. It is here to help you ask.</p>
        </Prose>
        <div class="across">{table.examples.Words()}</div>
      </Part>
      <Part id="people" title="People who live with it" stones={5}>
        {count.examples.Counted(i18n)}
        <Empty title="No one has shared yet.">Until then, people with a related condition may know the way.</Empty>
      </Part>
      {urgent.examples['With disclaimer'](i18n)}
      {sources.examples['Two sources'](i18n)}
      <Related
        title="People also ask"
        links={[
          { text: 'How is dystonia treated?', href: '#main' },
          { text: 'Is it inherited?', href: '#main' },
        ]}
      />
    </>
  ),
};
