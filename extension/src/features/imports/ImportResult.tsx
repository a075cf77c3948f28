import { useState } from 'react';
import { importTexts } from '../../locales/import-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { isMoving } from '../closing/job-progress.ts';
import type { ImportJob } from './ImportCard.tsx';
import { PreviewActs } from './PreviewActs.tsx';
import { ProblemList } from './ProblemList.tsx';
import { UndoAct } from './UndoAct.tsx';

type ImportResultProps = {
  readonly job: ImportJob;
  readonly taken: NonNullable<ImportJob['import']>;
  readonly title: string;
  /** The preview was taken in from here a moment ago. */
  readonly isTaken: boolean;
  readonly onChange: () => void;
};

/** What the rows came to, the bad ones by row and column, and what follows: taking in, or taking back. */
export function ImportResult({ job, taken, title, isTaken, onChange }: ImportResultProps) {
  const texts = useTexts(importTexts);
  const isPreview = taken.mode === 'PREVIEW';
  const [isOpen, setIsOpen] = useState(isPreview);
  const { created, changed, unchanged } = taken.preview;
  // What was taken back had been written: the notice below says that it is no more.
  const isWritten = isPreview || taken.committed > 0 || taken.undoneAt !== null;
  const counts = isWritten ? { created, changed } : { created: 0, changed: 0 };
  const words = isPreview ? texts.would : texts.did;
  return (
    <>
      <ul className="plain-list row">
        <li>{words.created(counts.created)}</li>
        <li>{words.changed(counts.changed)}</li>
        <li>{texts.unchanged(unchanged)}</li>
        <li className={taken.bad > 0 ? 'field-problem' : undefined}>{texts.bad(taken.bad)}</li>
      </ul>
      <p className="small quiet">
        {[
          texts.rows(taken.rows),
          taken.format,
          ...(taken.sheet ? [texts.ofSheet(taken.sheet)] : []),
          ...(taken.encoding && taken.encoding !== 'UTF_8' ? [texts.readAs(taken.encoding.replace('_', '-'))] : []),
        ].join(' · ')}
      </p>
      {taken.undoneAt && <p className="notice">{texts.undone(shownInstant(taken.undoneAt))}</p>}
      {taken.bad > 0 && (
        <Button kind="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? texts.hide : texts.problems(taken.bad)}
        </Button>
      )}
      {isOpen && taken.bad > 0 && (
        <ProblemList
          key={job.done}
          job={job.id}
          label={texts.problemsOf(title, shownInstant(job.createdAt), isPreview)}
        />
      )}
      {isPreview && job.state === 'DONE' && !isTaken && (
        <PreviewActs job={job.id} title={title} written={created + changed} bad={taken.bad} onSent={onChange} />
      )}
      {!isPreview && !isMoving(job) && taken.undoneAt === null && taken.committed > 0 && created + changed > 0 && (
        <UndoAct job={job.id} title={title} committed={created + changed} onUndone={onChange} />
      )}
    </>
  );
}
