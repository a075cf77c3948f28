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
  [
    'ALREADY_PUBLISHED',
    {
      vi: 'Phiên bản này đang được công bố cho phạm vi đó.',
      en: 'This version is published there already.',
    },
  ],
  [
    'NOT_PUBLISHED',
    {
      vi: 'Bộ đọc này hiện không được công bố cho phạm vi đó.',
      en: 'This adapter is not published there.',
    },
  ],
]);
