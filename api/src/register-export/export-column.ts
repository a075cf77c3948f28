import type { LocalisedText } from '@congvu/schema/texts';
import type { CellValue } from '../sheets/workbook.ts';

/** A record as its list answers it. */
export type ListedNode = Readonly<Record<string, unknown>>;

/** A column of an exported register, in Vietnamese as the registers are kept. */
export interface ExportColumn {
  readonly title: string;
  readonly width: number;
  /** The GraphQL fields it needs of a record. */
  readonly fields: string;
  readonly cell: (node: ListedNode) => CellValue;
}

export function text(title: string, field: string, width = 20): ExportColumn {
  return { title, width, fields: field, cell: (node) => textOf(node[field]) };
}

export function date(title: string, field: string): ExportColumn {
  return { title, width: 12, fields: field, cell: (node) => dateOf(node[field]) };
}

export function number(title: string, field: string): ExportColumn {
  return {
    title,
    width: 10,
    fields: field,
    cell: (node) => (typeof node[field] === 'number' ? node[field] : null),
  };
}

export function yesNo(title: string, field: string): ExportColumn {
  return {
    title,
    width: 10,
    fields: field,
    cell: (node) => (typeof node[field] === 'boolean' ? (node[field] ? 'Có' : 'Không') : null),
  };
}

/** A word of a closed list by its Vietnamese text. */
export function word(title: string, field: string, texts: Readonly<Record<string, LocalisedText>>): ExportColumn {
  const read = (value: unknown) => (typeof value === 'string' ? (texts[value]?.vi ?? value) : null);
  return {
    title,
    width: 22,
    fields: field,
    cell: (node) => {
      const value = node[field];
      return Array.isArray(value) ? value.map((each) => read(each) ?? '').join('; ') : read(value);
    },
  };
}

/** Two columns: staff code and name. Empty where the record concerns nobody. */
export function person(field: string, title = 'Họ và tên'): readonly ExportColumn[] {
  const fields = `${field} { id code name }`;
  return [
    { title: `${title} (mã)`, width: 14, fields, cell: (node) => textOf(below(node, field)?.code) },
    { title, width: 26, fields, cell: (node) => textOf(below(node, field)?.name) },
  ];
}

export function people(field: string, title: string): ExportColumn {
  const named = (node: ListedNode) => {
    const list = node[field];
    return Array.isArray(list) ? list.map((each: ListedNode) => `${textOf(each.name)} (${textOf(each.code)})`) : [];
  };
  return { title, width: 36, fields: `${field} { id code name }`, cell: (node) => named(node).join('; ') };
}

export function unit(field = 'unit', title = 'Đơn vị'): readonly ExportColumn[] {
  const fields = `${field} { code name }`;
  return [
    { title: `${title} (mã)`, width: 14, fields, cell: (node) => textOf(below(node, field)?.code) },
    { title, width: 34, fields, cell: (node) => textOf(below(node, field)?.name) },
  ];
}

/** A person or a unit, whichever the record names. */
export function either(field: string, title: string): readonly ExportColumn[] {
  const fields = `${field} { __typename ... on Employee { id code name } ... on Unit { code name } }`;
  return [
    { title: `${title} (mã)`, width: 14, fields, cell: (node) => textOf(below(node, field)?.code) },
    { title, width: 34, fields, cell: (node) => textOf(below(node, field)?.name) },
  ];
}

/** A text of a record beside this one. */
export function beside(title: string, field: string, inner: string): ExportColumn {
  return { title, width: 34, fields: `${field} { ${inner} }`, cell: (node) => textOf(below(node, field)?.[inner]) };
}

/** A text some steps beside this record: "assignment.unit.code". */
export function at(title: string, path: string, width = 20): ExportColumn {
  return { title, width, fields: fieldsOf(path), cell: (node) => textOf(valueAt(node, path)) };
}

/** A word of a closed list some steps beside this record, by its Vietnamese text. */
export function wordAt(title: string, path: string, texts: Readonly<Record<string, LocalisedText>>): ExportColumn {
  const read = (value: unknown) => (typeof value === 'string' ? (texts[value]?.vi ?? value) : null);
  return { title, width: 22, fields: fieldsOf(path), cell: (node) => read(valueAt(node, path)) };
}

function fieldsOf(path: string): string {
  return path.split('.').reduceRight((inner, name) => (inner === '' ? name : `${name} { ${inner} }`), '');
}

function valueAt(node: ListedNode, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (part, name) => (typeof part === 'object' && part !== null ? Reflect.get(part, name) : null),
      node,
    );
}

function below(node: ListedNode, field: string): ListedNode | null {
  const value = node[field];
  // An object by the fields asked for.
  return typeof value === 'object' && value !== null ? (value as ListedNode) : null;
}

function textOf(value: unknown): string | null {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function dateOf(value: unknown): CellValue {
  return typeof value === 'string' ? { date: value } : null;
}
