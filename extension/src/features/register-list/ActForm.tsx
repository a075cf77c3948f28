import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { StepForm } from '../../ui/StepForm.tsx';
import { useWrite, type WriteInput } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { ActControl } from './ActControl.tsx';
import { type ActField, type ActValues, sentValues, startValues } from './act-field.ts';

type ActFormProps<Data, Variables, Name extends string> = {
  readonly document: TypedDocumentNode<Data, Variables>;
  /** The act, as the form's heading and as what waits in the queue without a network. */
  readonly title: string;
  /** The button's verb. */
  readonly act: string;
  readonly fields: readonly ActField<Name>[];
  readonly start?: Partial<ActValues<Name>>;
  readonly toInput: (values: ActValues<Name>) => WriteInput<Variables>;
  readonly onClose: () => void;
};

/** One act of a register: its fields as data, the api's word on each under it, and the form closed when it is done. */
export function ActForm<Data, Variables extends { input: { idempotencyKey: string } }, Name extends string>({
  document,
  title,
  act,
  fields,
  start = {},
  toInput,
  onClose,
}: ActFormProps<Data, Variables, Name>) {
  const texts = useTexts(registerListTexts);
  const [values, setValues] = useState(() => startValues(fields, start));
  const [missing, setMissing] = useState<ReadonlySet<Name>>(new Set());
  const [state, send] = useWrite(document);
  const shown = fields.filter((field) => field.when?.(values) ?? true);
  const submit = async () => {
    // The browser asks for what inputs lack; a person who was not chosen it does not know.
    const lacking = shown.filter(({ name, kind, isRequired }) => {
      return isRequired && ['person', 'people', 'namedPeople'].includes(kind) && values[name] === '';
    });
    setMissing(new Set(lacking.map(({ name }) => name)));
    if (lacking.length > 0) return;
    const after = await send(toInput(sentValues(fields, values)), title);
    if (after.state === 'DONE') onClose();
  };
  const problemOf = (name: Name) => {
    if (missing.has(name)) return texts.choosePerson;
    return state.state === 'REFUSED' ? (state.messages[`/${name}`] ?? null) : null;
  };
  return (
    <StepForm
      title={title}
      act={act}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void submit()}
      onCancel={onClose}
      notice={<WriteNotice state={state} />}
    >
      {shown.map((field) => (
        <ActControl
          key={field.name}
          field={field}
          value={values[field.name]}
          under={field.under?.(values) ?? ''}
          problem={problemOf(field.name)}
          onChange={(value) => setValues((now) => ({ ...now, [field.name]: value }))}
        />
      ))}
    </StepForm>
  );
}
