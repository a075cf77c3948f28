import type { Language } from './language.ts';

/** A string, or a function that makes one, under each key. */
export type TextTree = { readonly [key: string]: string | ((...values: never[]) => string) | TextTree };

/** The same keys with texts of any wording: what a translation must have. */
export type Wording<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string
    ? string
    : Tree[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Wording<Tree[Key]>;
};

export type Localised<Tree> = Readonly<Record<Language, Wording<Tree>>>;

/** Texts of one area in both languages. A key that one of them lacks does not compile. */
export function localised<Tree extends TextTree>(vi: Tree, en: Wording<NoInfer<Tree>>): Localised<Tree> {
  // `Tree` is its own wording; the compiler cannot see that through the conditional type.
  return { vi: vi as unknown as Wording<Tree>, en };
}
