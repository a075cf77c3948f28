import type { ReactNode } from 'react';
import { useTexts } from '../locales/LanguageProvider.tsx';
import { stateTexts } from '../locales/state-texts.ts';
import { Button } from './Button.tsx';

type StepFormProps = {
  readonly title: string;
  /** What pressing the button does, as a verb. */
  readonly act: string;
  readonly isSending: boolean;
  readonly onSubmit: () => void;
  readonly onCancel?: (() => void) | undefined;
  /** The fields. */
  readonly children: ReactNode;
  /** What became of it. */
  readonly notice?: ReactNode;
};

/** One act with what it needs, under its title; it opens where it was asked for and covers nothing. */
export function StepForm({ title, act, isSending, onSubmit, onCancel, children, notice }: StepFormProps) {
  const texts = useTexts(stateTexts);
  return (
    <form
      className="step-form stack"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <h2>{title}</h2>
      <div className="form-fields">{children}</div>
      <div className="row">
        <Button type="submit" kind="primary" isBusy={isSending}>
          {act}
        </Button>
        {onCancel !== undefined && <Button onClick={onCancel}>{texts.close}</Button>}
      </div>
      {notice}
    </form>
  );
}
