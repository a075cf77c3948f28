import type { UIEvent } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';

type UnitOptionsProps = {
  readonly id: string;
  readonly label: string;
  /** Without code: the choice of none. */
  readonly units: readonly { readonly code: string; readonly name: string; readonly level: number }[];
  /** Each stands below the one it belongs to; else they are what was found. */
  readonly isTree: boolean;
  readonly active: number;
  /** Code of the one chosen until now. */
  readonly chosen: string;
  readonly hasMore: boolean;
  readonly onChoose: (code: string) => void;
  /** The last ones came into sight. */
  readonly onEnd: () => void;
};

/** The list of a unit's field, and how many it holds. */
export function UnitOptions({ id, label, units, isTree, active, chosen, hasMore, onChoose, onEnd }: UnitOptionsProps) {
  const texts = useTexts(registerListTexts);
  const onScroll = ({ currentTarget: list }: UIEvent<HTMLElement>) => {
    if (list.scrollTop + list.clientHeight >= list.scrollHeight - list.clientHeight) onEnd();
  };
  return (
    <>
      <div className="options" role="listbox" id={id} aria-label={label} onScroll={onScroll}>
        {units.map(({ code, name, level }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
          <div
            key={code}
            id={`${id}-${index}`}
            className="option"
            role="option"
            aria-selected={index === active}
            aria-current={code === chosen}
            tabIndex={-1}
            onClick={() => onChoose(code)}
          >
            {isTree && level > 1 && <span aria-hidden="true">{'– '.repeat(level - 1)}</span>}
            {name} {code !== '' && <span className="small quiet">{code}</span>}
          </div>
        ))}
      </div>
      <p className="small quiet unit-count" role="status">
        {texts.unitCount(units.filter(({ code }) => code !== '').length, hasMore)}
      </p>
    </>
  );
}
