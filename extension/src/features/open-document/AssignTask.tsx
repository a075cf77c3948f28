import { RESPONSIBILITIES } from '@congvu/schema/evaluation';
import type { DocumentReading } from '@congvu/schema/page-reading';
import { multiply, parseRational } from '@congvu/schema/primitives/rational';
import { responsibilityTexts, toDisplayIn } from '@congvu/schema/texts';
import { useEffect, useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { problemText } from '../../locales/problem-texts.ts';
import { stateTexts } from '../../locales/state-texts.ts';
import { taskTexts } from '../../locales/task-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { parseExact } from '../../ui/exact-number.ts';
import { Field, TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { AssignTaskDocument } from './assign-task.operations.ts';
import { lastProduct } from './last-product.ts';
import { ProductPicker } from './ProductPicker.tsx';
import { ProposeProduct } from './ProposeProduct.tsx';
import type { Person } from './person.ts';
import { TaskPreview } from './TaskPreview.tsx';
import { draftOf, problemsOf, type TaskDraft, toAssignment, toPreview, toWish } from './task-draft.ts';

type AssignTaskProps = { readonly document: DocumentReading; readonly person: Person; readonly onClose: () => void };

/** Makes a document a task of a person: everything is filled in, so that the second click assigns. */
export function AssignTask({ document, person, onClose }: AssignTaskProps) {
  const texts = useTexts(taskTexts);
  const common = useTexts(stateTexts);
  const language = useLanguage();
  const [draft, setDraft] = useState<TaskDraft>(() => draftOf(document, null, texts.qualityDefault));
  const [isTried, setIsTried] = useState(false);
  const [missing, setMissing] = useState<string | null>(null);
  const [isProposed, setIsProposed] = useState(false);
  const [state, send] = useWrite(AssignTaskDocument);
  useEffect(() => {
    void lastProduct.getValue().then((product) => setDraft((now) => ({ ...now, product: now.product ?? product })));
  }, []);
  const change = (part: Partial<TaskDraft>) => setDraft((now) => ({ ...now, ...part }));
  const problems = isTried ? problemsOf(draft) : {};
  const refused = state.state === 'REFUSED' ? state.fields : {};
  const problem = (field: keyof TaskDraft, path: string) => {
    const code = problems[field] ?? refused[path];
    return code === undefined ? null : problemText(code, language);
  };
  const preview = toPreview(draft, person);
  const assign = async () => {
    setIsTried(true);
    const input = toAssignment(draft, person, document);
    if (input === null) return;
    await lastProduct.setValue(draft.product);
    const after = await send(input, texts.assignLabel(draft.title, person.name));
    if (after.state === 'DONE' || after.state === 'QUEUED') onClose();
  };
  if (missing !== null) {
    const leave = (hasProposed: boolean) => {
      setMissing(null);
      setIsProposed(hasProposed);
    };
    return <ProposeProduct name={missing} wish={toWish(draft, person)} onClose={leave} />;
  }
  return (
    <form
      className="stack"
      aria-label={texts.assign}
      onSubmit={(event) => {
        event.preventDefault();
        void assign();
      }}
    >
      <TextField
        label={texts.title}
        value={draft.title}
        problem={problem('title', '/title')}
        onText={(title) => change({ title })}
      />
      <ProductPicker
        chosen={draft.product}
        problem={problem('product', '/product')}
        onChoose={(product) => change({ product })}
        onMissing={setMissing}
      />
      {isProposed && <Notice>{texts.proposed}</Notice>}
      <div className="two-columns">
        <TextField
          label={texts.quantity}
          value={draft.quantity}
          problem={problem('quantity', '/quantity')}
          inputMode="decimal"
          onText={(quantity) => change({ quantity })}
        />
        <TextField
          label={texts.deadline}
          type="date"
          value={draft.deadline}
          problem={problem('deadline', '/deadline')}
          onText={(deadline) => change({ deadline })}
        />
      </div>
      <ConvertedUnits draft={draft} />
      <Field label={texts.responsibility}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={draft.responsibility}
            onChange={(event) =>
              change({ responsibility: event.currentTarget.value === 'COOPERATE' ? 'COOPERATE' : 'LEAD' })
            }
          >
            {RESPONSIBILITIES.map((value) => (
              <option key={value} value={value}>
                {responsibilityTexts[value][language]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField label={texts.quality} value={draft.quality} onText={(quality) => change({ quality })} />
      {preview !== null && <TaskPreview input={preview} />}
      <div className="row">
        <Button type="submit" kind="primary" isBusy={state.state === 'SENDING'}>
          {texts.assignTo(person.name)}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </div>
      <WriteNotice state={state} />
    </form>
  );
}

/** Quantity × coefficient, exact, while typing. */
function ConvertedUnits({ draft }: { readonly draft: TaskDraft }) {
  const texts = useTexts(taskTexts);
  const language = useLanguage();
  const quantity = parseRational(parseExact(draft.quantity) ?? '');
  const coefficient = parseRational(draft.product?.coefficient ?? '');
  if (!quantity.ok || !coefficient.ok) return null;
  const show = (value: typeof quantity.value) => toDisplayIn(value, language);
  const units = multiply(quantity.value, coefficient.value);
  return <output className="small">{texts.units(show(quantity.value), show(coefficient.value), show(units))}</output>;
}
