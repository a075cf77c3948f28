import { classificationStateTexts, classificationStepTexts, proposalOutcomeTexts } from '@congvu/schema/texts';
import type { YearLine_RowFragment } from '../../../generated/graphql.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { yearTexts } from '../../locales/year-texts.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { shownDisplay } from '../../ui/shown.ts';
import { writeAddress } from '../dashboard/address.ts';
import { isDecidable, stepsBefore } from './chosen-rows.ts';
import { flagText } from './flag-text.ts';
import { writeYearFilter, type YearFilter } from './year-filter.ts';

type YearLineProps = {
  readonly row: YearLine_RowFragment;
  readonly filter: YearFilter;
  /** Null where the viewer decides nothing here. */
  readonly isChosen: boolean | null;
  readonly onToggle: () => void;
};

/** One person: what the months gave, what is proposed and why it differs from the score, what was decided, what is missing. */
export function YearLine({ row, filter, isChosen, onToggle }: YearLineProps) {
  const texts = useTexts(yearTexts);
  const language = useLanguage();
  const { name } = row.employee;
  const missing = stepsBefore(row).map((step) => classificationStepTexts[step][language].toLowerCase());
  const mayBeChosen = isDecidable(row);
  return (
    <tr data-chosen={isChosen === true}>
      {isChosen !== null && (
        <td>
          <input
            type="checkbox"
            aria-label={mayBeChosen ? texts.choose(name) : texts.notYet(name)}
            checked={isChosen && mayBeChosen}
            disabled={!mayBeChosen}
            onChange={onToggle}
          />
        </td>
      )}
      <th scope="row">
        <a href={writeAddress({ path: 'phan-loai-nam', item: row.id, filters: writeYearFilter(filter) })}>{name}</a>
        <span className="small quiet post">
          {[row.employee.assignment?.title, row.unit.shortName].filter(Boolean).join(' · ')}
        </span>
      </th>
      <td className="number">
        <strong>{shownDisplay(row.meanDisplay, language)}</strong>
      </td>
      <td>
        <LevelMark level={row.scoreLevel} />
      </td>
      <td>
        {row.proposal === null || row.proposal === 'LEVEL' ? (
          <LevelMark level={row.proposedLevel} />
        ) : (
          <span className="small">{proposalOutcomeTexts[row.proposal][language]}</span>
        )}
        {row.flags.length > 0 && (
          <ul className="flags small">
            {row.flags.map((flag) => (
              <li key={flag}>{flagText(flag, language)}</li>
            ))}
          </ul>
        )}
      </td>
      <td>
        {row.decision?.notClassified ? (
          <span className="small">{texts.notClassified}</span>
        ) : (
          <LevelMark level={row.decision?.level ?? null} />
        )}
        {row.decision?.number != null && <span className="small quiet post">{row.decision.number}</span>}
      </td>
      <td className="small">
        {classificationStateTexts[row.state][language]}
        {missing.length > 0 && <span className="quiet post">{texts.missing(missing.join(', '))}</span>}
      </td>
    </tr>
  );
}
