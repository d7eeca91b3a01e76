import type { Child } from 'hono/jsx';

/** A form in the house's rhythm. Sent by POST: nothing that is typed comes into an address. */
export const Form = ({ action, id, children }: { action: string; id?: string; children: Child }) => (
  <form class="form" method="post" action={action} id={id} novalidate>
    {children}
  </form>
);

/** What a form carries along unseen. */
export const Hidden = ({ fields }: { fields: readonly (readonly [name: string, value: string])[] }) => (
  <>
    {fields.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

/** One thing of several, with what is said about it. */
export const Group = ({ legend, children }: { legend: Child; children: Child }) => (
  <fieldset class="group">
    <legend>{legend}</legend>
    {children}
  </fieldset>
);

/** A field, and the button that looks up what is in it. The first button of the form: Enter in the field presses it. */
export const LookUp = ({
  id,
  name,
  label,
  help,
  value,
  button,
}: {
  id: string;
  name: string;
  label: string;
  help?: string;
  value: string;
  /** The button's words, and what it sends. */
  button: { text: string; name: string; value: string };
}) => (
  <div class="field">
    <label for={id}>{label}</label>
    {help && (
      <p class="help" id={`${id}-help`}>
        {help}
      </p>
    )}
    <div class="look-up">
      <input
        class="input"
        id={id}
        name={name}
        type="text"
        value={value}
        maxlength={200}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        enterkeyhint="search"
        aria-describedby={help ? `${id}-help` : undefined}
      />
      <button class="button second" type="submit" name={button.name} value={button.value}>
        {button.text}
      </button>
    </div>
  </div>
);
