import { jobKindTexts, jobStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { closingTexts } from '../../locales/closing-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { periodWithin } from '../../locales/period-sentence.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { JobFragment, ResumeJobDocument, StopJobDocument } from './closing.operations.ts';
import { progressText } from './job-progress.ts';
import { LeftOpenList } from './LeftOpenList.tsx';

/** One run: how far it is, what can be done with it, and why people were left open. */
export function JobCard({ job: masked }: { readonly job: FragmentType<typeof JobFragment> }) {
  const job = readFragment(JobFragment, masked);
  const texts = useTexts(closingTexts);
  const language = useLanguage();
  const [shown, setShown] = useState<(typeof job.reasons)[number]['reason'] | null>(null);
  const [stopped, stop] = useWrite(StopJobDocument);
  const [resumed, resume] = useWrite(ResumeJobDocument);
  const title = `${jobKindTexts[job.kind][language]} · ${periodWithin(job.period, language)} · ${job.unit.name}`;
  return (
    <li className="card stack">
      <div className="row spread">
        <h3>{title}</h3>
        <span className="job-state" data-state={job.state}>
          {jobStateTexts[job.state][language]}
        </span>
      </div>
      <ProgressBar label={title} done={job.done} total={job.total} text={progressText(job, language)} />
      <p className="small quiet">{texts.by(job.createdBy, shownInstant(job.createdAt))}</p>
      {job.error !== null && <p className="field-problem">{texts.failed(job.error)}</p>}
      <div className="row">
        {job.canStop && !job.stopRequested && (
          <Button onClick={() => void stop({ job: job.id }, title)}>{texts.stop}</Button>
        )}
        {job.canResume && (
          <Button kind="primary" onClick={() => void resume({ job: job.id }, title)}>
            {texts.resume}
          </Button>
        )}
      </div>
      {stopped.state !== 'DONE' && <WriteNotice state={stopped} />}
      {resumed.state !== 'DONE' && <WriteNotice state={resumed} />}
      {job.reasons.length > 0 && (
        <ul className="plain-list stack" aria-label={texts.reasons}>
          {job.reasons.map(({ reason, text, count }) => (
            <li key={reason} className="reason stack">
              <p className="row spread">
                <span>
                  <strong className="count">{count}</strong> {text}
                </span>
                <Button
                  kind="link"
                  aria-expanded={shown === reason}
                  onClick={() => setShown(shown === reason ? null : reason)}
                >
                  {shown === reason ? texts.hide : texts.show(count)}
                </Button>
              </p>
              {shown === reason && <LeftOpenList job={job.id} reason={reason} year={Number(job.period.slice(0, 4))} />}
            </li>
          ))}
        </ul>
      )}
      {job.state === 'DONE' && job.leftOpen === 0 && <p className="small quiet">{texts.allDone}</p>}
    </li>
  );
}
