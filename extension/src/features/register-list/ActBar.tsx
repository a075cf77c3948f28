import { Fragment, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { Button } from '../../ui/Button.tsx';

export type OfferedAct = {
  readonly name: string;
  readonly label: string;
  /** Its form; `onClose` puts it away. */
  readonly form: (onClose: () => void) => ReactNode;
};

type ActBarProps = {
  readonly acts: readonly OfferedAct[];
  /** The act whose form stands open from the start: the address came from a record that asks for it. */
  readonly opened?: string | null;
};

/** The acts that are open to the viewer, each a button; one form at a time, under them. */
export function ActBar({ acts, opened = null }: ActBarProps) {
  const texts = useTexts(registerListTexts);
  const [open, setOpen] = useState<string | null>(opened);
  const bar = useRef<HTMLDivElement>(null);
  // Whoever was in the form stands on its button again when it is put away.
  const close = (name: string) => {
    flushSync(() => setOpen(null));
    if (document.activeElement !== document.body) return;
    bar.current?.querySelector<HTMLElement>(`[data-act="${name}"]`)?.focus();
  };
  const shown = acts.find(({ name }) => name === open);
  if (acts.length === 0) return null;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form; these only open one */}
      <div className="row" role="group" aria-label={texts.acts} ref={bar}>
        {acts.map(({ name, label }) => (
          <Button
            key={name}
            data-act={name}
            aria-expanded={name === open}
            onClick={() => setOpen(name === open ? null : name)}
          >
            {label}
          </Button>
        ))}
      </div>
      {/* One act's form never goes on with what was typed for another. */}
      {shown !== undefined && <Fragment key={shown.name}>{shown.form(() => close(shown.name))}</Fragment>}
    </>
  );
}
