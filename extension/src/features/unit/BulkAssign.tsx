import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { unitTexts } from '../../locales/unit-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import {
  type Assignee,
  type BulkRow,
  emptyLine,
  lineProblems,
  refusedRows,
  rowsOf,
  toBulkInput,
} from './bulk-draft.ts';
import { LineFields } from './LineFields.tsx';
import { RefusedRows } from './RefusedRows.tsx';
import { AssignTasksDocument } from './unit.operations.ts';

type BulkAssignProps = {
  readonly unit: string;
  readonly people: readonly Assignee[];
  /** `isDone`: everything was assigned, or waits to be sent. */
  readonly onClose: (isDone: boolean) => void;
};

/**
 * The same products for everybody that is checked, in one call. It says beforehand how many tasks that makes; what the
 * server refuses stays here, row by row, until it is put right or dropped.
 */
export function BulkAssign({ unit, people, onClose }: BulkAssignProps) {
  const texts = useTexts(unitTexts).bulk;
  const common = useTexts(stateTexts);
  const [lines, setLines] = useState([emptyLine]);
  const [refused, setRefused] = useState<readonly BulkRow[] | null>(null);
  const [assigned, setAssigned] = useState<number | null>(null);
  const [isTried, setIsTried] = useState(false);
  const [state, send] = useWrite(AssignTasksDocument);
  const rows = refused ?? rowsOf(people, lines);
  const assign = async () => {
    setIsTried(true);
    const input = toBulkInput(rows);
    if (input === null) return;
    const after = await send({ unit, rows: input, atomic: false }, texts.label(input.length));
    if (after.state === 'QUEUED') return onClose(true);
    if (after.state !== 'DONE') return;
    setAssigned((assigned ?? 0) + after.answer.assigned);
    setRefused(refusedRows(rows, after.answer.rows));
    setIsTried(false);
  };
  const isDone = refused !== null && refused.length === 0;
  return (
    <form
      className="step-form stack"
      aria-label={texts.title}
      onSubmit={(event) => {
        event.preventDefault();
        void assign();
      }}
    >
      <h3>{texts.title}</h3>
      {assigned !== null && <Notice>{texts.result(assigned, refused?.length ?? 0)}</Notice>}
      {refused === null && (
        <>
          <p className="small">{people.map(({ name }) => name).join(', ')}</p>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own, and only the last one goes
            <fieldset key={index} className="bulk-line">
              <legend className="small">{texts.line(index + 1)}</legend>
              <LineFields
                line={line}
                problems={isTried ? lineProblems(line) : {}}
                onChange={(part) => setLines(lines.with(index, { ...line, ...part }))}
              />
            </fieldset>
          ))}
          <div className="row">
            <Button
              kind="link"
              onClick={() => setLines([...lines, { ...emptyLine, deadline: lines[0]?.deadline ?? '' }])}
            >
              {texts.addLine}
            </Button>
            {lines.length > 1 && (
              <Button kind="link" onClick={() => setLines(lines.slice(0, -1))}>
                {texts.removeLine}
              </Button>
            )}
          </div>
          <output>{texts.preview(people.length, lines.length, rows.length)}</output>
        </>
      )}
      {refused !== null && refused.length > 0 && <RefusedRows rows={refused} onChange={setRefused} />}
      <div className="row">
        {!isDone && (
          <Button type="submit" kind="primary" disabled={rows.length === 0} isBusy={state.state === 'SENDING'}>
            {texts.assign(rows.length)}
          </Button>
        )}
        <Button onClick={() => onClose(isDone)}>{common.close}</Button>
      </div>
      {state.state !== 'DONE' && <WriteNotice state={state} />}
    </form>
  );
}
