import type { LocalisedText } from '../primitives/locale.ts';

/** States that are no step of the row itself but something it waits for: each says what, instead of its code. */
export const waitsForTexts: ReadonlyMap<string, LocalisedText> = new Map([
  [
    'SUBORDINATES_NOT_DECIDED',
    {
      vi: 'Còn đơn vị trực thuộc trực tiếp chưa được quyết định mức xếp loại; hãy quyết định các đơn vị đó trước.',
      en: 'A unit directly below has no decided level yet; decide those units first.',
    },
  ],
]);
