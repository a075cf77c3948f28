import { coordinationStateTexts } from '@congvu/schema/texts';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { coordinationTexts } from '../../locales/coordination-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { shownDate } from '../../ui/shown.ts';
import { DueMark } from '../register-list/DueMark.tsx';
import { CoordinationActs } from './CoordinationActs.tsx';
import { CoordinationFragment } from './coordination.operations.ts';

type CoordinationCardProps = { readonly request: FragmentType<typeof CoordinationFragment> };

/** One request: who asks whom for what, until when, and how it was answered. */
export function CoordinationCard({ request: masked }: CoordinationCardProps) {
  const request = readFragment(CoordinationFragment, masked);
  const texts = useTexts(coordinationTexts);
  const language = useLanguage();
  const { answeredOn, answeredInTime, clear } = request;
  return (
    <>
      <div className="row spread">
        <h2>
          {texts.from(request.askingUnit.name, request.askedUnit.name)}{' '}
          <span className="small quiet">{[request.number, request.employee?.name].filter(Boolean).join(' · ')}</span>
        </h2>
        <span className="state">{coordinationStateTexts[request.state][language]}</span>
      </div>
      <p className="written">{request.subject}</p>
      <p className="small">
        {texts.asked(shownDate(request.askedOn))} · <DueMark dueOn={request.dueOn} isOver={request.state !== 'OPEN'} />
      </p>
      {answeredOn !== null && (
        <p>
          {[texts.answered(shownDate(answeredOn)), request.answerDocument].filter(Boolean).join(' · ')}
          {answeredInTime !== null && (
            <strong className={answeredInTime ? undefined : 'late'}>
              {' '}
              · {answeredInTime ? texts.inTime : texts.late}
            </strong>
          )}
          {clear !== null && ` · ${clear ? texts.isClear : texts.isUnclear}`}
        </p>
      )}
      <CoordinationActs request={request} />
    </>
  );
}
