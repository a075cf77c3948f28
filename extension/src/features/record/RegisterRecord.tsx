import {
  feedbackOutcomeTexts,
  initiativeLevelTexts,
  initiativeStateTexts,
  violationStateTexts,
} from '@congvu/schema/texts';
import type { ReactNode } from 'react';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { recordTexts } from '../../locales/record-texts.ts';
import { shownDate } from '../../ui/shown.ts';
import { disciplinePath } from '../discipline/discipline-path.ts';
import { findingState } from '../inspection/finding-state.ts';
import { DueMark } from '../register-list/DueMark.tsx';
import { may, useViewer } from '../session/viewer.ts';
import { dashboardAddress } from '../unit/DashboardLinks.tsx';
import { RegisterRecordFragment } from './record.operations.ts';

type RegisterRecordProps = { readonly employee: FragmentType<typeof RegisterRecordFragment> };

/** What the registers hold on the person: blocks, procedures, findings, feedback, initiatives. What is null is not mentioned. */
export function RegisterRecord({ employee: masked }: RegisterRecordProps) {
  const employee = readFragment(RegisterRecordFragment, masked);
  const texts = useTexts(recordTexts);
  const inspection = useTexts(inspectionTexts);
  const language = useLanguage();
  const viewer = useViewer();
  const { blocks, violations, findings, feedback, initiatives } = employee;
  return (
    <>
      {blocks !== null && (
        <List title={texts.blocks} empty={texts.noBlocks}>
          {blocks.map(({ kind, until, text }) => (
            <li key={`${kind} ${until}`}>{text}</li>
          ))}
        </List>
      )}
      {violations !== null && violations.edges.length > 0 && (
        <List title={texts.violations} empty="">
          {nodesOf(violations).map((act) => (
            <li key={act.id}>
              {[act.summary, shownDate(act.actFrom), violationStateTexts[act.handling][language]]
                .filter(Boolean)
                .join(' · ')}{' '}
              {act.handling === 'OPEN' && act.dueOn !== null && <DueMark dueOn={act.dueOn} />}{' '}
              {may(viewer, 'DISCIPLINE_READ') && (
                <a href={dashboardAddress(disciplinePath, act.id)} target="_blank" rel="noreferrer">
                  {texts.openRegister}
                </a>
              )}
            </li>
          ))}
        </List>
      )}
      {findings !== null && (
        <List title={texts.findings} empty={texts.noFindings}>
          {nodesOf(findings).map((finding) => (
            <li key={finding.id}>
              {[
                finding.positive ? inspection.good : inspection.bad,
                finding.description,
                shownDate(finding.foundOn),
                findingState(finding, inspection),
              ].join(' · ')}
            </li>
          ))}
        </List>
      )}
      {feedback !== null && (
        <List title={texts.feedback} empty={texts.noFeedback}>
          {nodesOf(feedback).map((each) => (
            <li key={each.id}>
              {[
                shownDate(each.receivedOn),
                each.content,
                each.outcome === null ? null : feedbackOutcomeTexts[each.outcome][language],
                each.answeredInTime === false ? texts.answeredLate : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </List>
      )}
      {initiatives !== null && (
        <List title={texts.initiatives} empty={texts.noInitiatives}>
          {nodesOf(initiatives).map((each) => (
            <li key={each.id}>
              {[
                each.code,
                each.title,
                each.year,
                each.level === null
                  ? initiativeStateTexts[each.stage][language]
                  : initiativeLevelTexts[each.level][language],
              ].join(' · ')}
            </li>
          ))}
        </List>
      )}
    </>
  );
}

type ListProps = { readonly title: string; readonly empty: string; readonly children: readonly ReactNode[] };

function List({ title, empty, children }: ListProps) {
  return (
    <>
      <h3>{title}</h3>
      {children.length === 0 ? (
        <p className="small">{empty}</p>
      ) : (
        <ul className="plain-list small stack">{children}</ul>
      )}
    </>
  );
}
