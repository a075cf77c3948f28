import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { toLength } from '../../ui/exact-number.ts';
import { shownFigure } from '../../ui/shown.ts';

type FigurePartsProps = { readonly general: string; readonly result: string };

/** General criteria (of 30) and result (of 70) as one bar of 100, with the figures in words. */
export function FigureParts({ general, result }: FigurePartsProps) {
  const texts = useTexts(rankingTexts);
  const language = useLanguage();
  const [first, second] = [toLength(general), toLength(result)];
  return (
    <>
      <svg
        viewBox="0 0 100 10"
        width="140"
        height="14"
        preserveAspectRatio="none"
        role="img"
        aria-label={texts.partsText(shownFigure(general, language), shownFigure(result, language))}
      >
        <rect width="100" height="10" fill="var(--raised)" />
        <rect width={first} height="10" fill="var(--good)" />
        <rect x={first} width={second} height="10" fill="var(--outstanding)" />
      </svg>
      <span className="small quiet post" aria-hidden="true">
        {shownFigure(general, language)} + {shownFigure(result, language)}
      </span>
    </>
  );
}
