import type { Level } from '@congvu/schema/evaluation';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { yearTexts } from '../../locales/year-texts.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';

type CalibratedLevelProps = {
  /** What a locked calibration came to; null where there was none, or it is not the viewer's to see. */
  readonly calibration: {
    readonly after: Level;
    readonly reason: string | null;
    readonly authorisedBy: string | null;
  } | null;
};

/** What the units came to together, beside what the rules propose. It is shown and chooses nothing: the authority decides. */
export function CalibratedLevel({ calibration }: CalibratedLevelProps) {
  const texts = useTexts(yearTexts).decide;
  if (calibration === null) return null;
  const { after, reason, authorisedBy } = calibration;
  return (
    <span className="small post">
      {texts.calibrated} <LevelMark level={after} />
      {reason !== null && <span className="quiet post">{reason}</span>}
      {authorisedBy !== null && <span className="quiet post">{texts.authorisedBy(authorisedBy)}</span>}
    </span>
  );
}
