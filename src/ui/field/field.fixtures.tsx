import type { I18n } from '#platform/i18n/i18n.ts';
import { Choices, Field } from './field.tsx';

export const title = 'Fields';
export const why =
  'The label stands above, help between, an error in words before the field. The whole row of a choice can be pressed.';
export const examples = {
  Text: (i18n: I18n) => (
    <Field i18n={i18n} id="f-name" name="name" label="The name to show" help="It need not be your real name." />
  ),
  Wrong: (i18n: I18n) => (
    <Field
      i18n={i18n}
      id="f-title"
      name="title"
      label="A title, as you would say it to a friend"
      help="For example: “I stopped hiding my hand”"
      error="Give it a title. A few words will do."
    />
  ),
  'Long text': (i18n: I18n) => (
    <Field i18n={i18n} id="f-text" name="story" kind="textarea" label="What helped?" optional />
  ),
  'One of many': (i18n: I18n) => (
    <Field
      i18n={i18n}
      id="f-group"
      name="group"
      kind="select"
      label="Group"
      value="b"
      options={[
        { value: 'a', text: 'All groups' },
        { value: 'b', text: 'Movement disorders' },
      ]}
    />
  ),
  Choices: () => (
    <Choices
      legend="Who may read it?"
      name="who"
      choices={[
        { value: 'members', text: 'Members only', help: 'People who are signed in here.', checked: true },
        { value: 'all', text: 'Everyone', help: 'Anyone on the internet.' },
      ]}
    />
  ),
  'Several choices': () => (
    <Choices
      legend="Write to me when"
      name="mail"
      type="checkbox"
      choices={[
        { value: 'meet', text: 'somebody would like to meet me', checked: true },
        { value: 'change', text: 'an answer I follow changes' },
      ]}
    />
  ),
};
