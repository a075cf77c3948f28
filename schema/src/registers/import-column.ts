import type { LocalisedText } from '../primitives/locale.ts';
import type { CellKind } from './cell-value.ts';

/** A column of a file to be taken in. */
export interface ImportColumn {
  /** Stands in the heading, in the paths of errors and in the shape; the heading may also hold `text` in either language. */
  readonly name: string;
  readonly kind: CellKind;
  readonly required: boolean;
  readonly text: LocalisedText;
}

export function column(name: string, kind: CellKind, vi: string, en: string): ImportColumn {
  return { name, kind, required: true, text: { vi, en } };
}

/** A column that may be left out of the file altogether. */
export function maybe(name: string, kind: CellKind, vi: string, en: string): ImportColumn {
  return { ...column(name, kind, vi, en), required: false };
}

export const EMPLOYEE = ['employee', 'TEXT', 'Mã cán bộ', 'Staff code'] as const;
export const UNIT = ['unit', 'TEXT', 'Mã đơn vị', 'Unit code'] as const;
