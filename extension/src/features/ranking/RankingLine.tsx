import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { rankingTexts } from '../../locales/ranking-texts.ts';
import { toLength } from '../../ui/exact-number.ts';
import { LevelMark } from '../../ui/LevelMark.tsx';
import { may, useViewer } from '../session/viewer.ts';
import { RankingRowFragment } from './ranking.operations.ts';

type RankingLineProps = {
  readonly row: FragmentType<typeof RankingRowFragment>;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
};

/** One person: a block keeps the place, and strikes the person from the choice alone. */
export function RankingLine({ row: masked, isChosen, onToggle }: RankingLineProps) {
  const row = readFragment(RankingRowFragment, masked);
  const texts = useTexts(rankingTexts);
  const mark = useLanguage() === 'vi' ? ',' : '.';
  const mayKnow = may(useViewer(), 'DISCIPLINE_READ');
  const isBlocked = row.blocks.length > 0;
  const { name } = row.employee;
  return (
    <tr data-blocked={isBlocked}>
      <td>
        <input
          type="checkbox"
          aria-label={isBlocked ? texts.struck(name) : texts.choose(name)}
          checked={isChosen && !isBlocked}
          disabled={isBlocked}
          onChange={onToggle}
        />
      </td>
      <td className="number">{row.rank}</td>
      <th scope="row">
        <span className="name">{name}</span>
        <span className="small quiet post">
          {row.assignment.title} · {row.assignment.unit.shortName}
        </span>
      </th>
      <td className="number">{row.display.replace('.', mark)}</td>
      <td>
        <Parts general={row.general} result={row.resultPoints} />
      </td>
      <td>
        <LevelMark level={row.level} />
      </td>
      <td className="small">
        {row.decidingKey !== null && <p>{texts.decidedBy(texts.decided[row.decidingKey])}</p>}
        {row.reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </td>
      <td className="small">
        {isBlocked
          ? row.blocks.map((block) => <p key={block.text}>{block.text}</p>)
          : mayKnow
            ? texts.none
            : texts.unknown}
      </td>
    </tr>
  );
}

/** General criteria (of 30) and result (of 70) as one bar of 100, with the figures in words. */
function Parts({ general, result }: { readonly general: string; readonly result: string }) {
  const texts = useTexts(rankingTexts);
  const format = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 2 });
  const [first, second] = [toLength(general), toLength(result)];
  return (
    <svg
      viewBox="0 0 100 10"
      width="160"
      height="14"
      preserveAspectRatio="none"
      role="img"
      aria-label={texts.partsText(format.format(first), format.format(second))}
    >
      <rect width="100" height="10" fill="var(--raised)" />
      <rect width={first} height="10" fill="var(--good)" />
      <rect x={first} width={second} height="10" fill="var(--outstanding)" />
    </svg>
  );
}
