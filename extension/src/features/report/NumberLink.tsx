import { useTexts } from '../../locales/LanguageProvider.tsx';
import { reportTexts } from '../../locales/report-texts.ts';
import { writeAddress } from '../dashboard/address.ts';
import type { ReportFilter } from './report-filter.ts';

type NumberLinkProps = {
  readonly filter: ReportFilter;
  readonly figure: string;
  readonly code: string | null;
  readonly value: number;
  /** What is counted, for who cannot see the table around it. */
  readonly label: string;
};

/** A number that leads to its rows; 0 leads nowhere. */
export function NumberLink({ filter, figure, code, value, label }: NumberLinkProps) {
  const texts = useTexts(reportTexts);
  if (value === 0) return <span className="quiet">0</span>;
  const isOpen = filter.figure === figure && filter.code === (code ?? '');
  return (
    <a
      className="figure-link"
      href={writeAddress({ path: 'bao-cao', item: null, filters: { ...filter, figure, code: code ?? '' } })}
      aria-label={texts.openNumber(label, value)}
      aria-current={isOpen}
    >
      {value}
    </a>
  );
}
