import { adapterVersionTexts } from '../../locales/adapter-version-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import type { Difference } from './compare-readings.ts';

/** In what two readings differ, a line each. */
export function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  const texts = useTexts(adapterVersionTexts);
  return (
    <ul className="small">
      {differences.map(({ row, field, before, after }) => (
        <li key={`${row} ${field}`}>{texts.difference(row, texts.differenceFields[field], before, after)}</li>
      ))}
    </ul>
  );
}
