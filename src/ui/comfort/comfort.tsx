import type { I18n } from '#platform/i18n/i18n.ts';
import type { MessageKey } from '#platform/i18n/languages.ts';
import { PanelClose } from '../masthead/masthead.tsx';

interface Setting {
  /** The data attribute on the root element; its value is the choice, and absent for the first. */
  name: 'text' | 'spacing' | 'theme' | 'contrast' | 'motion';
  title: MessageKey;
  choices: readonly [value: string, text: MessageKey][];
}

const settings: readonly Setting[] = [
  {
    name: 'text',
    title: 'comfort.text',
    choices: [
      ['usual', 'comfort.usual'],
      ['large', 'comfort.text-large'],
      ['largest', 'comfort.text-largest'],
    ],
  },
  {
    name: 'spacing',
    title: 'comfort.spacing',
    choices: [
      ['usual', 'comfort.usual'],
      ['wide', 'comfort.spacing-wide'],
    ],
  },
  {
    name: 'theme',
    title: 'comfort.theme',
    choices: [
      ['device', 'comfort.device'],
      ['light', 'comfort.theme-light'],
      ['dark', 'comfort.theme-dark'],
    ],
  },
  {
    name: 'contrast',
    title: 'comfort.contrast',
    choices: [
      ['device', 'comfort.device'],
      ['strong', 'comfort.contrast-strong'],
    ],
  },
  {
    name: 'motion',
    title: 'comfort.motion',
    choices: [
      ['device', 'comfort.device'],
      ['still', 'comfort.motion-still'],
    ],
  },
];

/**
 * The reader sets the page. Radio buttons and `:has()` do it without script for the page at hand; the script keeps
 * the choices on the device, and adds what only a script can do (the parts marked `data-script`).
 */
export function ComfortPanel({ i18n }: { i18n: I18n }) {
  return (
    <section class="comfort" id="comfort" popover="auto" aria-labelledby="comfort-title">
      <div class="comfort-head">
        <h2 id="comfort-title">{i18n.t('comfort.title')}</h2>
        <PanelClose panel="comfort" text={i18n.t('comfort.close')} />
      </div>
      {settings.map(({ name, title, choices }) => (
        <fieldset>
          <legend>{i18n.t(title)}</legend>
          <div class="settings">
            {choices.map(([value, text], i) => (
              <label class={value.startsWith('larg') ? value : undefined}>
                <input type="radio" name={name} id={`${name}-${value}`} value={value} checked={i === 0} />
                {i18n.t(text)}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div class="comfort-does" data-script hidden>
        <button class="button second" type="button" data-read-aloud hidden>
          {i18n.t('comfort.read')}
        </button>
        <button class="button second" type="button" data-print>
          {i18n.t('comfort.print')}
        </button>
        <button class="plain-button" type="button" data-comfort-reset>
          {i18n.t('comfort.reset')}
        </button>
        <p class="help">{i18n.t('comfort.kept')}</p>
      </div>
      <noscript>
        <p class="help">{i18n.t('comfort.not-kept')}</p>
      </noscript>
    </section>
  );
}

/** Shows that the page is being read aloud, with the way to stop it always at hand. */
export const ReadingBar = ({ i18n }: { i18n: I18n }) => (
  <div class="reading" data-reading hidden>
    <p role="status">{i18n.t('comfort.reading')}</p>
    <button class="button" type="button" data-read-stop>
      {i18n.t('comfort.stop')}
    </button>
  </div>
);
