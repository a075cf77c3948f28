import { useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { Button } from '../../ui/Button.tsx';
import type { PersonMatch } from './person.operations.ts';

type NamesakeListProps = {
  readonly state: 'SEVERAL' | 'UNSURE';
  readonly matches: readonly PersonMatch[];
  /** The unit the page prints beside the name; null where it prints none. */
  readonly unit: string | null;
  readonly onChoose: (match: PersonMatch) => void;
};

/** People a handler may be, with code, title and unit to tell them apart. */
export function NamesakeList({ state, matches, unit, onChoose }: NamesakeListProps) {
  const texts = useTexts(panelTexts);
  return (
    <div className="stack">
      <p role="alert">{state === 'SEVERAL' ? texts.several(matches.length) : texts.unsure(unit ?? '')}</p>
      <ul className="plain-list">
        {matches.map((match) => (
          <li key={match.employeeId}>
            <Button kind="link" onClick={() => onChoose(match)}>
              {match.name}
            </Button>{' '}
            <span className="small quiet">{[match.code, match.title, match.unitName].join(' · ')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
