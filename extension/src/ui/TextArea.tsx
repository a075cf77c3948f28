import { Field } from './Field.tsx';

type TextAreaProps = {
  readonly label: string;
  readonly value: string;
  readonly problem?: string | null;
  readonly required?: boolean;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly onText: (text: string) => void;
};

/** As `TextField`, for more than a line. The api takes 2,000 characters of a text. */
export function TextArea({
  label,
  value,
  problem = null,
  required,
  rows = 3,
  maxLength = 2000,
  onText,
}: TextAreaProps) {
  return (
    <Field label={label} problem={problem}>
      {(control) => (
        <textarea
          {...control}
          className="input"
          value={value}
          rows={rows}
          maxLength={maxLength}
          required={required}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
