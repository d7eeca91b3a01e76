import type { I18n } from '#platform/i18n/i18n.ts';
import { Band, Pledges } from '../band/band.tsx';
import { ButtonLink } from '../button/button.tsx';
import * as indexList from '../index-list/index-list.fixtures.tsx';
import { SearchForm } from '../search-form/search-form.tsx';
import { WayOn } from '../way-on/way-on.tsx';
import { Summit } from './summit.tsx';

export const title = 'Home';
export const why = 'The search stands on a summit; below it, bands that lead on.';
export const whole = 'plain';
export const examples = {
  'Summit, bands and pledges': (i18n: I18n) => (
    <>
      <Summit
        title="An atlas of conditions, and of the people who live with them"
        lede="Plain answers with a name and a date behind them. Beside them, people who have been there."
      >
        <SearchForm
          i18n={i18n}
          examples={[
            { text: 'dystonia', href: '#main' },
            { text: 'eyelids that close', href: '#main' },
          ]}
        />
      </Summit>
      <div class="sheet">
        <Band
          id="look-up"
          title="Look it up"
          lede={
            <>
              <p>
                Each condition has a short answer to the questions people really ask, and the longer story below it.
              </p>
              <p>
                <WayOn href="#main">All conditions</WayOn>
              </p>
            </>
          }
        >
          {indexList.examples.Entries()}
        </Band>
        <Band
          id="promise"
          title="What you can hold us to"
          lede={
            <ButtonLink kind="second" href="#main">
              How we write
            </ButtonLink>
          }
        >
          <Pledges
            pledges={[
              {
                title: 'A name and a date',
                text: 'Nothing is called medically reviewed unless a clinician signed that very version.',
              },
              { title: 'No tracking', text: 'No cookie before you sign in. No adverts. Nothing is sold, to anyone.' },
              {
                title: 'Your words stay yours',
                text: 'You choose who reads them, and you can take them back in a minute.',
              },
              {
                title: 'Run by patients',
                text: 'A patient organisation owns this atlas, and can leave with all of it.',
              },
            ]}
          />
        </Band>
      </div>
    </>
  ),
};
