import { calibrationTexts } from '../../locales/calibration-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { shownInstant } from '../../ui/shown.ts';
import { RegisterTable } from '../register-list/RegisterTable.tsx';
import type { Session } from './CalibrationRecord.tsx';

/** Who takes part and who has handed in; how much only where one may know. */
export function CalibrationUnits({ units }: Pick<Session, 'units'>) {
  const texts = useTexts(calibrationTexts);
  return (
    <RegisterTable
      label={`${texts.units} (${texts.unitColumns.submitted})`}
      headings={Object.values(texts.unitColumns)}
      rows={units.map(({ unit, late, submittedAt, submittedBy, proposals }) => ({
        key: unit.id,
        cells: [
          <span key="unit">
            {unit.name} {late && <span className="small quiet">({texts.late})</span>}
          </span>,
          submittedAt === null ? texts.notSubmitted : texts.submittedBy(submittedBy ?? '—', shownInstant(submittedAt)),
          proposals ?? <span className="quiet">{texts.notShown}</span>,
        ],
      }))}
    />
  );
}
