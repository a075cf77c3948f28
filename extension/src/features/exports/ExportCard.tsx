import { exportFormatTexts, jobStateTexts } from '@congvu/schema/texts';
import type { ExportJobsQuery } from '../../../generated/graphql.ts';
import { closingTexts } from '../../locales/closing-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { listExportTexts } from '../../locales/list-export-texts.ts';
import { shownCount } from '../../locales/shown-count.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { ResumeJobDocument, StopJobDocument } from '../closing/closing.operations.ts';
import { JobProblem } from '../closing/JobProblem.tsx';
import { isMoving } from '../closing/job-progress.ts';
import { DownloadButton } from '../dashboard/DownloadButton.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';

type ExportJob = ExportJobsQuery['jobs']['edges'][number]['node'];

/** One file: how far it is, and, once it is whole, its length, checksum and end, and the way to it. */
export function ExportCard({ job, onChange }: { readonly job: ExportJob; readonly onChange: () => void }) {
  const texts = useTexts(listExportTexts);
  const closing = useTexts(closingTexts);
  const language = useLanguage();
  const [stopped, stop] = useWrite(StopJobDocument);
  const [resumed, resume] = useWrite(ResumeJobDocument);
  const file = job.export;
  if (!file) return null;
  const title = `${texts.lists[file.list]} · ${exportFormatTexts[file.format][language]}`;
  const command = async (send: typeof stop | typeof resume) => {
    const after = await send({ job: job.id }, title);
    if (after.state === 'DONE') onChange();
  };
  const waits = job.stopRequested && isMoving(job) ? ` · ${closing.stopping}` : '';
  return (
    <li className="card stack">
      <div className="row spread">
        <h3>{title}</h3>
        <span className="job-state" data-state={file.expired ? undefined : job.state}>
          {file.expired ? texts.expired : jobStateTexts[job.state][language]}
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
        {texts.askedAt(shownInstant(job.createdAt))}. {texts.rows(file.rows)}
        {file.hidden > 0 && ` ${texts.hidden(file.hidden)}`}
      </p>
      {job.error !== null && job.error !== undefined && <JobProblem code={job.error} />}
      {file.expired && <p className="small quiet">{texts.expiredWhat}</p>}
      {file.url && file.expiresAt && !file.expired && (
        <>
          <div className="row">
            <DownloadButton path={file.url} purpose="STATISTICS">
              {texts.fetch(sizeText(file.bytes, language))}
            </DownloadButton>
            <span className="small quiet">{texts.until(shownInstant(file.expiresAt))}</span>
          </div>
          <p className="small quiet checksum">
            SHA-256: <code>{file.sha256}</code>
          </p>
        </>
      )}
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
    </li>
  );
}

/** Bytes as people read them, in thousands. */
function sizeText(bytes: number, language: string): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1_000));
  return `${kilobytes.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB')} kB`;
}
