import { meetingKindTexts } from '@congvu/schema/texts';
import type { YearSheet_SheetFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { yearSheetTexts } from '../../locales/year-sheet-texts.ts';
import { yearTexts } from '../../locales/year-texts.ts';
import { shownDate } from '../../ui/shown.ts';
import { PartyOpinionForm, SynthesisForm } from './OpinionForms.tsx';
import { SheetPart } from './SheetPart.tsx';

type OpinionPartsProps = { readonly sheet: YearSheet_SheetFragment };

/** Who was heard before the decision: the meeting, the Party committee, the personnel body. */
export function OpinionParts({ sheet }: OpinionPartsProps) {
  const all = useTexts(yearTexts);
  const texts = useTexts(yearSheetTexts).sheet;
  const language = useLanguage();
  const { meeting, partyOpinion, synthesis, actions, requiredSteps } = sheet;
  const needsParty = requiredSteps.includes('PARTY_OPINION');
  const needsSynthesis = requiredSteps.includes('SYNTHESISED');
  return (
    <>
      <SheetPart title={texts.meeting}>
        {meeting === null ? (
          <p className="quiet">{texts.noMeeting}</p>
        ) : (
          <>
            <p>
              {shownDate(meeting.heldOn)} · {meetingKindTexts[meeting.kind][language]} · {meeting.unit.name}
            </p>
            <p className="small quiet">
              {[
                meeting.documentNumber,
                `${all.meeting.chair}: ${meeting.chair}`,
                `${all.meeting.secretary}: ${meeting.secretary}`,
                all.meeting.attendance(meeting.present, meeting.absent),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className="written">{meeting.content}</p>
          </>
        )}
      </SheetPart>
      <SheetPart title={texts.party}>
        {partyOpinion === null ? (
          <p className="quiet">{needsParty ? texts.noParty : texts.partyNotRequired}</p>
        ) : (
          <>
            <p>
              {partyOpinion.body} · {shownDate(partyOpinion.givenOn)}
            </p>
            <p className="written">{partyOpinion.opinion}</p>
          </>
        )}
        {actions.includes('RECORD_PARTY_OPINION') && <PartyOpinionForm sheet={sheet} />}
      </SheetPart>
      {(needsSynthesis || synthesis !== null) && (
        <SheetPart title={texts.synthesis}>
          {synthesis === null ? <p className="quiet">{texts.noSynthesis}</p> : <p className="written">{synthesis}</p>}
          {actions.includes('SYNTHESISE') && <SynthesisForm sheet={sheet} />}
        </SheetPart>
      )}
    </>
  );
}
