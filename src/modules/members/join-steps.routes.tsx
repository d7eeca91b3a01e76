import type { Context } from 'hono';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { SignedIn } from '#platform/auth/signed-in.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { listSubdivisions } from '#modules/regions/index.ts';
import { pickedOf, readPicked, toDraft } from './condition-picker.routes.tsx';
import { consentKinds, faultsOfConsents, inForce, type ConsentKind } from './consent.ts';
import { createConsentRepository } from './consent.repository.ts';
import { wordings } from './consent.wording.ts';
import { readRole } from './details-form.ts';
import { readName } from './display-name.ts';
import type { Form } from './form.ts';
import type { Draft, JoinStep } from './joining.ts';
import { agreeWhileJoining, answerStep, keepConditions } from './joining.usecases.ts';
import {
  AgePage,
  BirthPage,
  ConditionsPage,
  ConsentsPage,
  LanguagePage,
  NamePage,
  PlacePage,
  RolePage,
} from './join-steps.views.tsx';
import { joinPath } from './join.views.tsx';
import { checkName, yearOf, type MemberMeans } from './member-means.routes.tsx';
import { isCountry } from './profile-fields.views.tsx';
import { faultOfBirthYear, readYear } from './years.ts';

/** Somebody who is joining, and what they have said so far. */
export interface Joiner {
  signedIn: SignedIn;
  draft: Draft;
}

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What comes of a form: the page again, another page of this way, or the next open question. */
type Outcome = { page: Html; status?: 200 | 422 } | { to: string } | { draft: Draft; language?: LanguageTag };

interface Step {
  show(joiner: Joiner): Html;
  take(form: Form, joiner: Joiner, c: Context): Promise<Outcome>;
}

/** The questions of joining: how each is shown, and what is done with its answer. */
export function createSteps(means: MemberMeans): Record<JoinStep, Step> {
  const { frame, database, clock, minimumAge, shownFrom, conditions } = means;
  const { i18n } = frame;
  const picker = () => ({ i18n, conditions, now: yearOf(clock) });

  const keep = (step: JoinStep, { signedIn: { accountId } }: Joiner, answer: Partial<Draft> | 'skip') =>
    answerStep({ database, clock, accountId, step, answer });
  const skips = (form: Form) => form.text('act') === 'skip';

  return {
    age: {
      show: ({ draft }) => <AgePage frame={frame} draft={draft} minimumAge={minimumAge} />,
      async take(form, joiner, c) {
        const answer = form.text('old-enough');
        if (answer === 'no') {
          await means.accounts.removeNew(c, joiner.signedIn);
          return { to: joinPath('too-young') };
        }
        if (answer !== 'yes') return { to: joinPath('age') };
        return { draft: await keep('age', joiner, {}) };
      },
    },

    consents: {
      async show({ signedIn, draft }) {
        const given = await createConsentRepository(database).list(signedIn.accountId);
        const ticked = new Set(consentKinds.filter((kind) => inForce(given, kind)));
        return <ConsentsPage frame={frame} draft={draft} wordings={wordings(i18n)} ticked={ticked} faults={{}} />;
      },
      async take(form, { signedIn: { accountId }, draft }) {
        const current = wordings(i18n);
        const ticked = new Set(consentKinds.filter((kind) => form.all('agree').includes(kind)));
        const shown = Object.fromEntries(consentKinds.map((kind) => [kind, form.text(`shown-${kind}`)]));
        const faults = faultsOfConsents({ ticked, shown }, current);
        if (Object.keys(faults).length > 0) {
          // a tick for words that were others is no tick for those of today
          const still = new Set<ConsentKind>([...ticked].filter((kind) => faults[kind] !== 'changed'));
          return {
            page: <ConsentsPage frame={frame} draft={draft} wordings={current} ticked={still} faults={faults} />,
            status: 422,
          };
        }
        const agreed = current.filter(({ kind }) => ticked.has(kind));
        const refused = current.filter(({ kind }) => !ticked.has(kind));
        return { draft: await agreeWhileJoining({ database, clock, accountId, agreed, refused }) };
      },
    },

    role: {
      show: ({ draft }) => <RolePage frame={frame} draft={draft} missing={false} />,
      async take(form, joiner) {
        if (skips(form)) return { draft: await keep('role', joiner, 'skip') };
        const role = readRole(form.text('role'));
        if (role === null) return { page: <RolePage frame={frame} draft={joiner.draft} missing />, status: 422 };
        return { draft: await keep('role', joiner, { role }) };
      },
    },

    conditions: {
      show: async ({ draft }) => (
        <ConditionsPage frame={frame} draft={draft} picked={await pickedOf(draft, picker())} missing={false} />
      ),
      async take(form, joiner) {
        const { draft, signedIn } = joiner;
        if (skips(form)) return { draft: await keep('conditions', joiner, 'skip') };
        const picked = await readPicked(form, draft, picker());
        const chosen = toDraft(picked, { draft, now: yearOf(clock) });
        const faulty = picked.tooMany || picked.chosen.some(({ faults }) => Object.keys(faults).length > 0);
        const goesOn = form.text('act') === 'go';
        if (goesOn && !faulty && chosen.length > 0)
          return { draft: await keep('conditions', joiner, { conditions: chosen }) };
        await keepConditions({ database, clock, accountId: signedIn.accountId, conditions: chosen });
        const missing = goesOn && chosen.length === 0;
        const shown = goesOn ? picked : { ...picked, chosen: picked.chosen.map((each) => ({ ...each, faults: {} })) };
        return {
          page: <ConditionsPage frame={frame} draft={draft} picked={shown} missing={missing} />,
          status: goesOn ? 422 : 200,
        };
      },
    },

    place: {
      show: ({ draft }) => <PlacePage frame={frame} draft={draft} shownFrom={shownFrom} unknown={false} />,
      async take(form, joiner) {
        const country = form.text('country');
        if (country === '') return { draft: await keep('place', joiner, 'skip') };
        if (!isCountry(country))
          return {
            page: <PlacePage frame={frame} draft={joiner.draft} shownFrom={shownFrom} unknown />,
            status: 422,
          };
        const same = joiner.draft.region?.slice(0, 2) === country;
        const draft = await keep('place', joiner, same ? {} : { region: country });
        return listSubdivisions(country).length > 0 ? { to: joinPath('part') } : { draft };
      },
    },

    language: {
      show: ({ draft }) => <LanguagePage frame={frame} draft={draft} languages={means.languages} />,
      async take(form, joiner) {
        if (skips(form)) return { draft: await keep('language', joiner, 'skip') };
        const language = means.languages.find((each) => each === form.text('language')) ?? i18n.language;
        await means.accounts.setLanguage(joiner.signedIn.accountId, language);
        return { draft: await keep('language', joiner, { language }), language };
      },
    },

    name: {
      show: ({ draft }) => <NamePage frame={frame} draft={draft} />,
      async take(form, joiner) {
        const { draft, signedIn } = joiner;
        const typed = form.text('name');
        const name = readName(typed);
        if (skips(form) || name === '') return { draft: await keep('name', joiner, 'skip') };
        const { refusal, warnings } = await checkName(name, signedIn, means);
        if (refusal)
          return { page: <NamePage frame={frame} draft={draft} typed={typed} refusal={refusal} />, status: 422 };
        if (warnings.length > 0 && !(form.text('act') === 'keep' && form.text('sure') === name))
          return { page: <NamePage frame={frame} draft={draft} typed={name} warnings={warnings} /> };
        return { draft: await keep('name', joiner, { displayName: name }) };
      },
    },

    birth: {
      show: ({ draft }) => <BirthPage frame={frame} draft={draft} minimumAge={minimumAge} />,
      async take(form, joiner) {
        const { draft } = joiner;
        const typed = form.text('birth');
        const year = readYear(typed);
        if (skips(form) || year === null) return { draft: await keep('birth', joiner, 'skip') };
        const own = draft.conditions.map((each) => ({ ...each, role: draft.role }));
        const fault = year === 'unreadable' ? year : faultOfBirthYear(year, { now: yearOf(clock), minimumAge, own });
        if (fault || year === 'unreadable')
          return {
            page: <BirthPage frame={frame} draft={draft} minimumAge={minimumAge} typed={typed} fault={fault} />,
            status: 422,
          };
        return { draft: await keep('birth', joiner, { birthYear: year }) };
      },
    },
  };
}
