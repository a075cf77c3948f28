import type { SummaryColumn, SummaryNote, SummaryTable } from '../summary-body.ts';

/** A column and what it says of one fact. */
interface Column<Fact> extends SummaryColumn {
  readonly cell: (fact: Fact) => string;
}

type Make<Fact> = (key: string, title: string, cell: (fact: Fact) => string) => Column<Fact>;

/**
 * A table of facts: their columns are told by `columns`, which is given the two kinds there are, texts and figures (to the right).
 */
export function table<Fact>(
  title: string,
  facts: readonly Fact[],
  columns: (text: Make<Fact>, number: Make<Fact>) => readonly Column<Fact>[],
  notes: readonly SummaryNote[] = [],
): SummaryTable {
  const made = columns(
    (key, heading, cell) => ({ key, title: heading, numeric: false, cell }),
    (key, heading, cell) => ({ key, title: heading, numeric: true, cell }),
  );
  return {
    title,
    columns: made.map(({ key, title: heading, numeric }) => ({ key, title: heading, numeric })),
    rows: facts.map((fact) => made.map(({ cell }) => cell(fact))),
    notes,
  };
}

interface Person {
  readonly code: string;
  readonly name: string;
  readonly post: string;
  readonly unit: string;
}

/** Who it is: the first columns of every table of people. */
export function person<Fact extends Person>(text: Make<Fact>): readonly Column<Fact>[] {
  return [
    text('name', 'Họ và tên', ({ name }) => name),
    text('code', 'Mã', ({ code }) => code),
    text('post', 'Chức danh, đơn vị', ({ post, unit }) => [post, unit].filter((each) => each !== '').join(', ')),
  ];
}

export function note(text: string, certainty: SummaryNote['certainty'] = 'VERIFIED'): SummaryNote {
  return { text, certainty };
}
