import { evidenceKindTexts } from '@congvu/schema/texts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { scoringTexts } from '../../locales/scoring-texts.ts';
import { shownDate } from '../../ui/shown.ts';
import { CertaintyMark } from '../dashboard/CertaintyMark.tsx';
import type { SheetEvidence } from './use-sheet-evidence.ts';

type CriterionEvidenceProps = { readonly evidence: readonly SheetEvidence[] };

/** Findings, feedback and the like beside a criterion. They take and give no point by themselves: who scores weighs them. */
export function CriterionEvidence({ evidence }: CriterionEvidenceProps) {
  const texts = useTexts(scoringTexts);
  const language = useLanguage();
  if (evidence.length === 0) return null;
  return (
    <details className="criterion-evidence small">
      <summary>{texts.registerEvidence(evidence.length)}</summary>
      <ul className="plain-list">
        {evidence.map((each) => (
          <li key={`${each.kind} ${each.on} ${each.text}`}>
            <strong>{evidenceKindTexts[each.kind][language]}</strong> · {shownDate(each.on)} · {each.text}{' '}
            <CertaintyMark certainty={each.certainty} />
          </li>
        ))}
      </ul>
      <p className="quiet">{texts.registerEvidenceNote}</p>
    </details>
  );
}
