import type { InspectionView_InspectionFragment } from '../../../generated/graphql.ts';
import { actTexts } from '../../locales/act-texts.ts';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { shownDate } from '../../ui/shown.ts';
import { DueMark } from '../register-list/DueMark.tsx';
import { Facts } from '../register-list/Facts.tsx';

/** The papers and days of an inspection, and what is due next. */
export function InspectionFacts({ inspection }: { readonly inspection: InspectionView_InspectionFragment }) {
  const texts = useTexts(inspectionTexts);
  const common = useTexts(actTexts);
  const { decisionNumber, decidedOn, conclusionNumber, concludedOn, implementingDocument, implementedOn } = inspection;
  const day = (on: string | null) => (on === null ? null : shownDate(on));
  return (
    <Facts
      facts={[
        [texts.teamKind, inspection.teamKind],
        [texts.decision, decisionNumber === null ? null : texts.numberOf(decisionNumber, shownDate(decidedOn))],
        [texts.started, day(inspection.startedOn)],
        [texts.ended, day(inspection.endedOn)],
        [texts.draftReceivedOn, day(inspection.draftReceivedOn)],
        [texts.conclusion, conclusionNumber === null ? null : texts.numberOf(conclusionNumber, shownDate(concludedOn))],
        [texts.conclusionReceivedOn, day(inspection.conclusionReceivedOn)],
        [
          texts.implementing,
          implementingDocument === null ? null : texts.numberOf(implementingDocument, shownDate(implementedOn)),
        ],
        [texts.byGovernment, inspection.byGovernment ? common.yes : null],
        ...inspection.clocks.map(
          ({ kind, dueOn, doneOn }) =>
            [texts.clock(texts.clocks[kind]), <DueMark key={kind} dueOn={dueOn} isOver={doneOn !== null} />] as const,
        ),
      ]}
    />
  );
}
