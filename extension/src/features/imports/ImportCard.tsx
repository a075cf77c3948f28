import { importModeTexts, importRegisterTexts, jobStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import type { ImportJobsQuery } from '../../../generated/graphql.ts';
import { importTexts } from '../../locales/import-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { ProblemList } from './ProblemList.tsx';

type ImportJob = ImportJobsQuery['jobs']['edges'][number]['node'];

/** One import: how far it is, what it brought, and which rows were bad. */
export function ImportCard({ job }: { readonly job: ImportJob }) {
  const texts = useTexts(importTexts);
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const taken = job.import;
  const title = taken ? `${importRegisterTexts[taken.register][language]} · ${job.unit.name}` : job.unit.name;
  return (
    <li className="card stack">
      <div className="row spread">
        <h3>{title}</h3>
        <span className="job-state" data-state={job.state}>
          {jobStateTexts[job.state][language]}
        </span>
      </div>
      <ProgressBar label={title} done={job.done} total={job.total} text={`${job.done} / ${job.total}`} />
      <p className="small quiet">{texts.by(job.createdBy, shownInstant(job.createdAt))}</p>
      {job.error !== null && job.error !== undefined && <p className="field-problem">{texts.failed(job.error)}</p>}
      {taken ? (
        <>
          <p>
            {texts.result(taken.rows, taken.good, taken.bad, taken.committed)}{' '}
            <span className="small quiet">{importModeTexts[taken.mode][language]}</span>
          </p>
          {taken.bad > 0 && (
            <Button kind="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {isOpen ? texts.hide : texts.problems(taken.bad)}
            </Button>
          )}
          {isOpen && <ProblemList job={job.id} />}
        </>
      ) : (
        <p className="small quiet">{texts.notOwn}</p>
      )}
    </li>
  );
}
