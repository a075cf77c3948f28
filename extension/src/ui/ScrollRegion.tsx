import type { ReactNode } from 'react';

/** On a narrow window a table scrolls in itself, not the page; the keyboard scrolls it too. */
export function ScrollRegion({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
    <section className="wide" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
