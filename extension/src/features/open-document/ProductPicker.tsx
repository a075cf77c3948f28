import { useQuery } from '@apollo/client/react';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useState } from 'react';
import type { ProductsQuery } from '../../../generated/graphql.ts';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { taskTexts } from '../../locales/task-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { ProductsDocument } from './assign-task.operations.ts';

export type Product = ProductsQuery['products']['edges'][number]['node'];

type ProductPickerProps = {
  readonly chosen: Product | null;
  readonly problem: string | null;
  readonly onChoose: (product: Product) => void;
  /** The catalogue lacks what was searched for; absent: nothing can be done about it here. */
  readonly onMissing?: (name: string) => void;
};

/** A combobox by the ARIA pattern over the catalogue in force; the list opens while the person searches. */
export function ProductPicker({ chosen, problem, onChoose, onMissing }: ProductPickerProps) {
  const texts = useTexts(taskTexts);
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  /** What was searched for last in vain: it stays when the list closes, so that the keyboard reaches the offer. */
  const [missing, setMissing] = useState<string | null>(null);
  const search = useDeferredValue((typed ?? '').trim().normalize('NFC'));
  const isOpen = typed !== null;
  const { data } = useQuery(ProductsDocument, { variables: { search: search === '' ? null : search }, skip: !isOpen });
  const products = data === undefined ? [] : nodesOf(data.products);
  // A list box must hold options: without any it is not there.
  const hasOptions = isOpen && products.length > 0;
  const isInVain = data !== undefined && products.length === 0 && search !== '';
  useEffect(() => {
    if (isOpen && data !== undefined) setMissing(isInVain ? search : null);
  }, [isOpen, data, isInVain, search]);
  const choose = (product: Product | undefined) => {
    if (product !== undefined) onChoose(product);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The Enter that ends a composition of an input method chooses nothing.
    if (!isOpen || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') setTyped(null);
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, products.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter') choose(products[active]);
    else return;
    event.preventDefault();
  };
  return (
    <div>
      <Field label={texts.product} problem={problem}>
        {(control) => (
          <input
            {...control}
            className="input"
            role="combobox"
            aria-expanded={hasOptions}
            aria-controls={listId}
            aria-activedescendant={hasOptions ? `${listId}-${active}` : undefined}
            autoComplete="off"
            placeholder={texts.productSearch}
            value={typed ?? (chosen === null ? '' : `${chosen.code} · ${chosen.name}`)}
            onFocus={() => setTyped('')}
            onBlur={() => setTyped(null)}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      {isOpen && data !== undefined && !hasOptions && (
        <p className="option quiet" role="status">
          {texts.productNone}
        </p>
      )}
      {hasOptions && (
        <div className="options" role="listbox" id={listId} aria-label={texts.product}>
          {products.map((product, index) => (
            <div
              key={product.id}
              id={`${listId}-${index}`}
              className="option"
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              // Before the field loses the focus, which closes the list.
              onPointerDown={(event) => {
                event.preventDefault();
                choose(product);
              }}
            >
              {product.code} · {product.name}
            </div>
          ))}
        </div>
      )}
      {missing !== null && onMissing !== undefined && (
        // Before the field loses the focus, which closes the list and would move this away from under the pointer.
        <Button kind="link" onPointerDown={(event) => event.preventDefault()} onClick={() => onMissing(missing)}>
          {texts.proposeNamed(missing)}
        </Button>
      )}
    </div>
  );
}
