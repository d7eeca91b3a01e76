import type { I18n } from '#platform/i18n/i18n.ts';
import { Experience } from './experience.tsx';

export const title = 'An experience';
export const why = 'Their words, unslanted and unshortened, beside a stone that is theirs.';
export const examples = {
  Two: (i18n: I18n) => (
    <>
      <Experience
        i18n={i18n}
        id="demo-1"
        title="Driving again, with one finger on my chin"
        href="#ui-experience"
        by="Teodora, neck, 2 years"
        demo
      >
        <p>One light touch and my head turns back to the front. It looks like I am thinking hard.</p>
      </Experience>
      <Experience
        i18n={i18n}
        id="demo-2"
        title="The bus driver thought I was asleep"
        by="Ilias, eyelids that close, 4 years"
        demo
      >
        <p>
          Injections give me most of the day back, not every day. On the others I count steps, and I ask for an arm.
        </p>
      </Experience>
    </>
  ),
};
