import type { AdapterPage } from '@congvu/schema/adapter';
import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { teachingTexts } from '../../locales/teaching-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { CopiesStep } from './CopiesStep.tsx';
import { FieldEditor } from './FieldEditor.tsx';
import { fieldNames } from './judge-values.ts';
import { PickStep } from './PickStep.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { emptyDraft, sourceOf, toAdapterPage } from './page-draft.ts';
import { ReadingTable } from './ReadingTable.tsx';
import { RowsStep } from './RowsStep.tsx';
import { SaveStep } from './SaveStep.tsx';
import type { SavedCopy } from './saved-copy.ts';
import { TeachProblem } from './TeachProblem.tsx';
import { useTeaching } from './use-teaching.ts';

/** Without these three an adapter is of little use. */
const mainFields = ['number', 'handler', 'deadline'] as const;

const emptyDetail = emptyDraft('DETAIL');

/** Teaching the page of one tab, from the first row pointed at to a published version. In place of the panel's other parts. */
export function AdapterBuilder({ tabId, onLeave }: { readonly tabId: number; readonly onLeave: () => void }) {
  const texts = useTexts(teachingTexts);
  const { teaching, pick, endPick, step, edit, chooseStart, beginWith, startAnew } = useTeaching(tabId);
  const [kind, setKind] = useState<AdapterPage['kind']>('LIST');
  const [copies, setCopies] = useState<readonly SavedCopy[]>([]);
  const [hosts, setHosts] = useState<string | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const { state, draft, frame, picking, picked, reading } = teaching;
  const page = draft === null ? null : toAdapterPage(draft);
  const hostsNow = hosts ?? frame?.facts.host ?? '';
  const leave = () => {
    if (draft === null || isSaved || confirm(texts.leaveAsk)) onLeave();
  };
  const chooseKind = (chosen: string) => {
    setKind(chosen === 'DETAIL' ? 'DETAIL' : 'LIST');
    setCopies([]);
    startAnew();
  };
  const next = mainFields.find((field) => sourceOf(draft ?? emptyDetail, field) === null);
  const canTeachFields = kind === 'DETAIL' || draft?.rows != null;
  return (
    <div className="section stack teaching">
      <div className="row spread">
        <h2>{texts.title}</h2>
        <Button onClick={leave}>{texts.leave}</Button>
      </div>
      {state === 'CONNECTING' && <p role="status">{texts.connecting}</p>}
      {typeof state === 'object' && <TeachProblem code={state.problem} />}
      <SelectField
        label={texts.kind}
        value={kind}
        choices={[
          { value: 'LIST', label: texts.kindList },
          { value: 'DETAIL', label: texts.kindDetail },
        ]}
        onChoose={chooseKind}
      />
      {picking !== null && <PickStep target={picking} onStep={step} onEnd={endPick} />}
      {teaching.pickProblem !== null && <TeachProblem code={teaching.pickProblem} />}
      {kind === 'LIST' && (
        <RowsStep
          teaching={teaching}
          onPick={() => void pick('ROW', kind)}
          onStart={chooseStart}
          onDraft={edit}
          onBegin={beginWith}
        />
      )}
      {canTeachFields && (
        <section className="stack" aria-label={texts.stepFields}>
          <h3>{kind === 'LIST' ? texts.stepFields : texts.stepFieldsDetail}</h3>
          {draft !== null && <ReadingTable reading={reading} minimumShare={draft.minimumShare} />}
          {fieldNames.map((field) => (
            <FieldEditor
              key={field}
              field={field}
              draft={draft ?? emptyDetail}
              picked={picked[field] ?? null}
              rows={reading?.figures.found ?? teaching.starts[0]?.found ?? 1}
              isNext={field === next}
              isPicking={picking !== null || teaching.link === null}
              onPick={() => void pick(field, kind)}
              onDraft={edit}
            />
          ))}
          {draft !== null && <PlaceFields draft={draft} hosts={hostsNow} onDraft={edit} onHosts={setHosts} />}
        </section>
      )}
      {page !== null && frame !== null && (
        <>
          <CopiesStep teaching={teaching} page={page} copies={copies} onCopies={setCopies} />
          <SaveStep
            page={page}
            copies={copies}
            host={frame.facts.host}
            hosts={hostsNow}
            onSaved={() => setIsSaved(true)}
          />
        </>
      )}
    </div>
  );
}
