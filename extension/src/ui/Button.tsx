import type { ComponentProps } from 'react';

type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  readonly kind?: 'primary' | 'plain' | 'link';
  /** What it began is under way: pressing does nothing, but the keyboard stays on it, which leaves a disabled button. */
  readonly isBusy?: boolean;
};

/** A button that never submits a form by accident. */
export function Button({ kind = 'plain', type = 'button', isBusy = false, onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className="button"
      data-kind={kind}
      aria-disabled={isBusy || undefined}
      // A form's Enter presses its button too.
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    />
  );
}
