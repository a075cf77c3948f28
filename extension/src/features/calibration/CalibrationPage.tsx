import { calibrationTexts } from '../../locales/calibration-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { CalibrationList } from './CalibrationList.tsx';
import { CalibrationRecord } from './CalibrationRecord.tsx';

/** The calibrations one takes part in, or one of them. */
export function CalibrationPage({ item, filters }: ScreenProps) {
  const texts = useTexts(calibrationTexts);
  if (item !== null) return <CalibrationRecord id={item} filters={filters} />;
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <CalibrationList filters={filters} />
    </div>
  );
}
