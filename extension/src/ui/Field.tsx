import { type ComponentProps, type ReactNode, useId } from 'react';

type FieldProps = {
  readonly label: string;
  /** What is wrong with the value, in words; null where nothing is. */
  readonly problem?: string | null;
  readonly children: (control: { id: string; 'aria-invalid': boolean; 'aria-describedby': string }) => ReactNode;
};

/** A labelled control with its problem told to screen readers. */
export function Field({ label, problem = null, children }: FieldProps) {
  const id = useId();
  const problemId = `${id}-problem`;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-invalid': problem !== null, 'aria-describedby': problemId })}
      <span id={problemId} className="field-problem" role={problem === null ? undefined : 'alert'}>
        {problem}
      </span>
    </div>
  );
}

type TextFieldProps = Omit<ComponentProps<'input'>, 'onChange' | 'className'> & {
  readonly label: string;
  readonly value: string;
  readonly problem?: string | null;
  readonly onText: (text: string) => void;
};

/**
 * The text goes out as typed and is brought to one Unicode form only when it is sent: changing it between key strokes
 * breaks Telex and other input methods.
 */
export function TextField({ label, problem = null, onText, ...rest }: TextFieldProps) {
  return (
    <Field label={label} problem={problem}>
      {(control) => (
        <input
          {...rest}
          {...control}
          className="input"
          autoComplete="off"
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
