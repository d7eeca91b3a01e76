import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';

interface FieldProps {
  i18n: I18n;
  id: string;
  name: string;
  label: string;
  help?: Child;
  /** What is wrong, in words that say how to put it right. */
  error?: string;
  optional?: boolean;
  kind?: 'text' | 'email' | 'password' | 'date' | 'textarea' | 'select';
  value?: string;
  /** Of a select. */
  options?: readonly { value: string; text: string }[];
  autocomplete?: string;
  /** Which keys a phone shows. */
  inputmode?: 'numeric';
  maxlength?: number;
  /** The language in which it is written, if that is not the page's: spelling is checked in it. */
  lang?: string;
}

/** Label above, help between, error before the field; nothing shrinks, slides or times out. */
export function Field({
  i18n,
  id,
  name,
  label,
  help,
  error,
  optional,
  kind = 'text',
  value,
  options,
  autocomplete,
  inputmode,
  maxlength,
  lang,
}: FieldProps) {
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  const shared = {
    id,
    name,
    class: 'input',
    ...(autocomplete ? { autocomplete } : {}),
    ...(lang ? { lang } : {}),
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': 'true' } : {}),
  };
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        {label} {optional && <span class="optional">{i18n.t('field.optional')}</span>}
      </label>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {kind === 'textarea' ? (
        <textarea {...shared}>{value}</textarea>
      ) : kind === 'select' ? (
        <select {...shared}>
          {options?.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.text}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} type={kind} value={value} inputmode={inputmode} maxlength={maxlength} />
      )}
    </div>
  );
}

interface ChoicesProps {
  legend: Child;
  /** Where the heading of the page asks the same. */
  legendHidden?: boolean;
  name: string;
  type?: 'radio' | 'checkbox';
  help?: Child;
  error?: string;
  /** Of the first choice: where an error summary leads. */
  id?: string;
  /** The id of the form that sends it, if it does not stand in one. */
  form?: string;
  choices: readonly { value: string; text: Child; help?: Child; checked?: boolean }[];
}

/** A question with ready answers: the whole row of each can be pressed. */
export function Choices({
  legend,
  legendHidden = false,
  name,
  type = 'radio',
  help,
  error,
  id,
  form,
  choices,
}: ChoicesProps) {
  const described = id ? [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') : '';
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={described || undefined}>
      <legend class={legendHidden ? 'visually-hidden' : undefined}>{legend}</legend>
      {help && (
        <p class="help" id={id && `${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p class="error" id={id && `${id}-error`}>
          {error}
        </p>
      )}
      {choices.map((choice, index) => (
        <label class="choice">
          <input
            id={index === 0 ? id : undefined}
            type={type}
            form={form}
            name={name}
            value={choice.value}
            checked={choice.checked}
          />
          <span>{choice.text}</span>
          {choice.help && <span class="help">{choice.help}</span>}
        </label>
      ))}
    </fieldset>
  );
}
