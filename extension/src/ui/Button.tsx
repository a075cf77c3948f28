import type { ComponentProps } from 'react';

type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & { readonly kind?: 'primary' | 'plain' | 'link' };

/** A button that never submits a form by accident. */
export function Button({ kind = 'plain', type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className="button" data-kind={kind} />;
}
