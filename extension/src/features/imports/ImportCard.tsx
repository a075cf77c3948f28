import { importModeTexts, importRegisterTexts, jobStateTexts } from '@congvu/schema/texts';
import { useRef, useState } from 'react';
import type { ImportJobsQuery } from '../../../generated/graphql.ts';
import { closingTexts } from '../../locales/closing-texts.ts';
import { importTexts } from '../../locales/import-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { shownCount } from '../../locales/shown-count.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { ResumeJobDocument, StopJobDocument } from '../closing/closing.operations.ts';
import { JobProblem } from '../closing/JobProblem.tsx';
import { isMoving } from '../closing/job-progress.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { ImportResult } from './ImportResult.tsx';

export type ImportJob = ImportJobsQuery['jobs']['edges'][number]['node'];

type ImportCardProps = {
  readonly job: ImportJob;
  /** A preview whose file was taken in already, and not taken back. */
  readonly isTaken: boolean;
  readonly onChange: () => void;
};

/** One preview or import: how far it is, what it came to, and what may be done with it. */
export function ImportCard({ job, isTaken, onChange }: ImportCardProps) {
  const texts = useTexts(importTexts);
  const closing = useTexts(closingTexts);
  const language = useLanguage();
  const [stopped, stop] = useWrite(StopJobDocument);
  const [resumed, resume] = useWrite(ResumeJobDocument);
  const head = useRef<HTMLHeadingElement>(null);
  const [isSent, setIsSent] = useState(false);
  const taken = job.import;
  const waits = job.stopRequested && isMoving(job) ? ` · ${closing.stopping}` : '';
  const title = taken ? `${importRegisterTexts[taken.register][language]} · ${job.unit.name}` : job.unit.name;
  const command = async (send: typeof stop | typeof resume) => {
    const after = await send({ job: job.id }, title);
    if (after.state === 'DONE') onChange();
  };
  const changed = () => {
    // The buttons go with what they did: one goes on at the head of the card.
    head.current?.focus();
    setIsSent(true);
    onChange();
  };
  return (
    <li className="card stack">
      <div className="row spread">
        <h3 ref={head} tabIndex={-1}>
          {title}
        </h3>
        <span className="job-state" data-state={job.state}>
          {taken && `${taken.mode === 'PREVIEW' ? texts.preview : texts.import} · `}
          {jobStateTexts[job.state][language]}
        </span>
      </div>
      {job.state !== 'DONE' && (
        <ProgressBar
          label={title}
          done={job.done}
          total={job.total}
          text={`${shownCount(job.done, language)} / ${shownCount(job.total, language)}${waits}`}
        />
      )}
      <p className="small quiet">
        {texts.by(job.createdBy, shownInstant(job.createdAt))}
        {taken && taken.mode !== 'PREVIEW' && `. ${texts.chosen(importModeTexts[taken.mode][language])}`}
      </p>
      {job.error !== null && job.error !== undefined && <JobProblem code={job.error} />}
      {(job.canStop || job.canResume) && (
        <div className="row">
          {job.canStop && (
            <Button aria-label={`${closing.stop} · ${title}`} onClick={() => void command(stop)}>
              {closing.stop}
            </Button>
          )}
          {job.canResume && (
            <Button kind="primary" aria-label={`${closing.resume} · ${title}`} onClick={() => void command(resume)}>
              {closing.resume}
            </Button>
          )}
        </div>
      )}
      {stopped.state !== 'DONE' && <WriteNotice state={stopped} />}
      {resumed.state !== 'DONE' && <WriteNotice state={resumed} />}
      {taken ? (
        <ImportResult job={job} taken={taken} title={title} isTaken={isTaken || isSent} onChange={changed} />
      ) : (
        <p className="small quiet">{texts.notOwn}</p>
      )}
    </li>
  );
}
