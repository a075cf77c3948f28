import {
  findingTopicTexts,
  inspectionAreaTexts,
  inspectionKindTexts,
  inspectionModeTexts,
  inspectionStateTexts,
  recommendationKindTexts,
  recommendationStateTexts,
  teamRoleTexts,
} from '@congvu/schema/texts';
import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { isOver } from '../recommendations/is-over.ts';
import { recommendationsPath } from '../recommendations/recommendations-path.ts';
import { ActBar } from '../register-list/ActBar.tsx';
import { DueMark } from '../register-list/DueMark.tsx';
import { RecordLink } from '../register-list/RecordLink.tsx';
import { SheetPart } from '../year/SheetPart.tsx';
import { FindingCard } from './FindingCard.tsx';
import { InspectionFacts } from './InspectionFacts.tsx';
import { InspectionFragment } from './inspection.operations.ts';
import { useInspectionActs } from './use-inspection-acts.tsx';
import { VisitLine } from './VisitLine.tsx';

type InspectionViewProps = { readonly inspection: FragmentType<typeof InspectionFragment> };

/** One inspection from its team to what was recommended. What the visited may not see yet, the api does not send them. */
export function InspectionView({ inspection: masked }: InspectionViewProps) {
  const inspection = readFragment(InspectionFragment, masked);
  const texts = useTexts(inspectionTexts);
  const language = useLanguage();
  const visits = nodesOf(inspection.visits);
  const findings = nodesOf(inspection.findings);
  const recommendations = nodesOf(inspection.recommendations);
  return (
    <>
      <header className="stack">
        <h1>{inspection.title}</h1>
        <p className="quiet">
          {[
            inspectionKindTexts[inspection.kind][language],
            inspectionModeTexts[inspection.mode][language],
            inspectionAreaTexts[inspection.area][language],
            inspection.unit.name,
          ].join(' · ')}
        </p>
        <p className="row">
          <span className="state" data-state={inspection.state}>
            {inspectionStateTexts[inspection.state][language]}
          </span>
          {inspection.topics.length > 0 && (
            <span className="small quiet">
              {inspection.topics.map((topic) => findingTopicTexts[topic][language]).join(', ')}
            </span>
          )}
        </p>
      </header>
      <ActBar acts={useInspectionActs(inspection)} />
      <InspectionFacts inspection={inspection} />
      <div className="columns">
        <div className="stack">
          <SheetPart title={texts.team}>
            {inspection.team.length === 0 && <p className="quiet">{texts.noTeam}</p>}
            <ul className="plain-list">
              {inspection.team.map((member) => (
                <li key={`${member.role} ${member.name}`} className="person-line">
                  <span>
                    <strong>{member.name}</strong>{' '}
                    <span className="small quiet">{member.employee?.code ?? texts.outside}</span>
                  </span>
                  <span className="small quiet">{teamRoleTexts[member.role][language]}</span>
                </li>
              ))}
            </ul>
          </SheetPart>
          <SheetPart title={texts.visits}>
            {visits.length === 0 && <p className="quiet">{texts.noVisits}</p>}
            <ul className="plain-list">
              {visits.map((visit) => (
                <li key={visit.id} className="stack">
                  <VisitLine visit={visit} />
                </li>
              ))}
            </ul>
          </SheetPart>
          <SheetPart title={texts.recommendations}>
            {recommendations.length === 0 && <p className="quiet">{texts.noRecommendations}</p>}
            <ul className="plain-list">
              {recommendations.map((each) => (
                <li key={each.id} className="person-line">
                  <span>
                    <RecordLink path={recommendationsPath} item={each.id}>
                      {each.content}
                    </RecordLink>
                    <span className="post small quiet">
                      {recommendationKindTexts[each.kind][language]} · {recommendationStateTexts[each.state][language]}
                    </span>
                  </span>
                  <DueMark dueOn={each.dueOn} isOver={isOver(each.state)} />
                </li>
              ))}
            </ul>
          </SheetPart>
        </div>
        <div className="stack">
          <SheetPart title={texts.findings}>
            {findings.length === 0 && <p className="quiet">{texts.noFindings}</p>}
            <ul className="plain-list stack">
              {findings.map((finding) => (
                <li key={finding.id} className="card stack">
                  <FindingCard finding={finding} />
                </li>
              ))}
            </ul>
          </SheetPart>
        </div>
      </div>
    </>
  );
}
