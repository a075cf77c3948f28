import { useEffect, useRef } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { teachingTexts } from '../../locales/teaching-texts.ts';
import type { PickTarget } from '../../messaging/builder-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { isStepKey, type StepKey } from './in-page/tree-steps.ts';

type PickStepProps = {
  readonly target: PickTarget;
  readonly onStep: (key: StepKey | 'Enter') => void;
  readonly onEnd: () => void;
};

/** What is awaited in the page. It takes the focus, so that the arrow keys point there for who has no pointer. */
export function PickStep({ target, onStep, onEnd }: PickStepProps) {
  const texts = useTexts(teachingTexts);
  const pad = useRef<HTMLDivElement>(null);
  useEffect(() => pad.current?.focus(), []);
  return (
    <div
      ref={pad}
      className="pick-step stack"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the pad takes the keys that point in the page
      tabIndex={0}
      aria-label={texts.picking(target === 'ROW' ? texts.pickingRow : texts.fields[target])}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === 'Escape') onEnd();
        else if (event.key === 'Enter' || isStepKey(event.key)) onStep(event.key);
        else return;
        event.preventDefault();
      }}
    >
      <p role="status">
        <strong>{texts.picking(target === 'ROW' ? texts.pickingRow : texts.fields[target])}</strong>
      </p>
      <p className="small quiet">{texts.pickingPad}</p>
      <div className="row">
        <Button onClick={onEnd}>{texts.endPick}</Button>
      </div>
    </div>
  );
}
