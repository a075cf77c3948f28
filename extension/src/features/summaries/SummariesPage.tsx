import './summaries.css';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { summaryTexts } from '../../locales/summary-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { ScreenProps } from '../dashboard/screen.ts';
import { FreezeForm } from './FreezeForm.tsx';
import { SummaryList } from './SummaryList.tsx';
import { SummaryRecord } from './SummaryRecord.tsx';
import { readQuestion } from './summary-question.ts';

/** The frozen summaries, one of them, or the form that freezes a question another screen asked. */
export function SummariesPage({ item, filters }: ScreenProps) {
  const texts = useTexts(summaryTexts);
  if (item !== null) return <SummaryRecord id={item} filters={filters} />;
  const asked = readQuestion(filters);
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      {asked !== null && <FreezeForm key={filters.question} asked={asked} />}
      {asked === null && filters.freeze !== undefined && <Notice>{texts.badQuestion}</Notice>}
      <SummaryList filters={filters} />
    </div>
  );
}
