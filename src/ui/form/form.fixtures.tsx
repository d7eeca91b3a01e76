import type { I18n } from '#platform/i18n/i18n.ts';
import { Button, ButtonRow } from '../button/button.tsx';
import { Choices, Field } from '../field/field.tsx';
import { Form, Group, LookUp } from './form.tsx';

export const title = 'A form';
export const why = 'One column, unhurried. What belongs together stands together.';
export const examples = {
  'Something to look up, and something said about it': (i18n: I18n) => (
    <Form action="#ui-form">
      <LookUp
        id="f-look-up"
        name="q"
        label="Name of a condition"
        help="Part of a name is enough."
        value="dyst"
        button={{ text: 'Look up', name: 'act', value: 'search' }}
      />
      <Group legend="Dystonia">
        <Choices
          legend="Is it certain?"
          name="f-state"
          choices={[
            { value: 'diagnosed', text: 'Diagnosed', checked: true },
            { value: 'suspected', text: 'Suspected' },
          ]}
        />
        <div class="side-by-side">
          <Field i18n={i18n} id="f-first" name="first" label="Year of first symptoms" optional inputmode="numeric" />
          <Field i18n={i18n} id="f-diagnosis" name="diagnosis" label="Year of diagnosis" optional inputmode="numeric" />
        </div>
      </Group>
      <ButtonRow>
        <Button type="button">Continue</Button>
      </ButtonRow>
    </Form>
  ),
};
