import { useApolloClient, useQuery } from '@apollo/client/react';
import { type FocusEvent, type KeyboardEvent, useDeferredValue, useEffect, useId, useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { nextOption } from '../../ui/next-option.ts';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { FoundUnitsDocument, UnitNameDocument } from '../register-list/found-units.operations.ts';
import { useUnitName } from '../register-list/use-unit-name.ts';
import { UnitOptions } from './UnitOptions.tsx';

type UnitSelectProps = {
  readonly label: string;
  /** The code of the unit. */
  readonly value: string;
  /** The words for no unit, where one may leave it open. */
  readonly none?: string;
  /** Code of the unit at or below which it lies; absent or empty: any. */
  readonly under?: string;
  readonly problem?: string | null;
  readonly required?: boolean;
  readonly onChoose: (code: string) => void;
};

/** From how many options before the last on the next page is asked for. */
const AHEAD = 5;

/**
 * One of the units one may see: a combobox by the ARIA pattern, whose list opens while one searches by name or code and grows as
 * one goes down it. What is typed and not chosen is forgotten when the field is left.
 */
export function UnitSelect({ label, value, none, under = '', problem = null, required, onChoose }: UnitSelectProps) {
  const texts = useTexts(registerListTexts);
  const listId = useId();
  const client = useApolloClient();
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  /** The option the keys are at; null until one moved: then it is the one chosen, or the first. */
  const [moved, setMoved] = useState<number | null>(null);
  const name = useUnitName(value);
  const wanted = (typed ?? '').trim().normalize('NFC');
  const search = useDeferredValue(wanted);
  const variables = { under: under === '' ? null : under, search: search === '' ? null : search };
  const {
    data: answered,
    previousData,
    error,
    refetch,
    fetchMore,
  } = useQuery(FoundUnitsDocument, {
    variables,
    skip: !isOpen,
  });
  // While another word is looked for, what was found stays in sight; but only what answers to the word can be chosen.
  const data = answered ?? previousData;
  const isAnswered = answered !== undefined && search === wanted && error === undefined;
  const found = data === undefined ? [] : nodesOf(data.units);
  const units = none === undefined || search !== '' ? found : [{ id: '', code: '', name: none, level: 1 }, ...found];
  const chosenAt = units.findIndex(({ code }) => code === value);
  const active = Math.min(moved ?? Math.max(chosenAt, 0), units.length - 1);
  const hasMore = data?.units.pageInfo.hasNextPage ?? false;
  const hasOptions = isOpen && error === undefined && units.length > 0;
  const more = () => {
    if (isAnswered && hasMore) void fetchMore({ variables: { after: data?.units.pageInfo.endCursor } });
  };
  const open = () => {
    if (isOpen) return;
    setIsOpen(true);
    setTyped('');
    setMoved(null);
  };
  const close = () => {
    setIsOpen(false);
    setTyped(null);
  };
  const choose = (code: string) => {
    const unit = found.find((each) => each.code === code);
    // Its name is known: it need not be asked for.
    if (unit !== undefined) client.writeQuery({ query: UnitNameDocument, variables: { code }, data: { unit } });
    close();
    if (code !== value) onChoose(code);
  };
  useEffect(() => {
    if (hasOptions) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [hasOptions, listId, active]);
  const onKeyDown = (event: KeyboardEvent) => {
    // The Enter that ends a composition of an input method chooses nothing.
    if (event.nativeEvent.isComposing) return;
    if (!isOpen) {
      if (event.key !== 'ArrowDown') return;
      open();
    } else if (event.key === 'Escape') {
      close();
    } else if (event.key === 'Enter') {
      const unit = units[active];
      if (isAnswered && unit !== undefined) choose(unit.code);
    } else {
      const next = nextOption(event.key, active, units.length);
      if (next === null) return;
      setMoved(next);
      if (next >= units.length - AHEAD) more();
    }
    event.preventDefault();
  };
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes that the focus left the field and its list
    <div className="unit-select" onBlur={onBlur}>
      <Field label={label} problem={problem}>
        {(control) => (
          <input
            {...control}
            className="input"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={hasOptions}
            aria-controls={hasOptions ? listId : undefined}
            aria-activedescendant={hasOptions ? `${listId}-${active}` : undefined}
            autoComplete="off"
            maxLength={100}
            required={required}
            placeholder={isOpen ? texts.unitSearch : texts.noUnit}
            title={typed === null ? name : undefined}
            value={typed ?? (value === '' ? (none ?? '') : name)}
            onFocus={(event) => event.currentTarget.select()}
            onClick={open}
            onChange={(event) => {
              open();
              setTyped(event.currentTarget.value);
              setMoved(0);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: a press on the list or its scroll bar leaves the focus in the field
        <div className="unit-found" ref={keepInWindow} onMouseDown={(event) => event.preventDefault()}>
          <QueryStates query={{ data, error, refetch }} empty={texts.unitNone}>
            {() =>
              units.length === 0 ? null : (
                <UnitOptions
                  id={listId}
                  label={texts.unitsFound}
                  units={units}
                  isTree={search === ''}
                  active={active}
                  chosen={value}
                  hasMore={hasMore}
                  onChoose={(code) => isAnswered && choose(code)}
                  onEnd={more}
                />
              )
            }
          </QueryStates>
        </div>
      )}
    </div>
  );
}

/** Aligns the list with the field's other end where it would stand out of the window. */
function keepInWindow(list: HTMLElement | null): void {
  if (list === null) return;
  list.toggleAttribute('data-end', list.getBoundingClientRect().right > document.documentElement.clientWidth);
}
