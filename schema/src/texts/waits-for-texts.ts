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
  ['NO_TEAM', { vi: 'Chưa có quyết định thành lập đoàn.', en: 'There is no decision on the team yet.' }],
  [
    'NO_DRAFTS',
    {
      vi: 'Cuộc kiểm tra này không còn phát hiện nào chưa thông báo.',
      en: 'This inspection has no finding that was not told yet.',
    },
  ],
  [
    'NOT_ISSUED',
    {
      vi: 'Phát hiện này chưa được thông báo cho đơn vị.',
      en: 'The unit was not told of this finding yet.',
    },
  ],
  [
    'NOT_VISITED',
    {
      vi: 'Đơn vị này chưa được kiểm tra tại chỗ.',
      en: 'This visit was not made yet.',
    },
  ],
  [
    'OTHER_INSPECTION',
    {
      vi: 'Phát hiện này thuộc cuộc kiểm tra khác.',
      en: 'This finding belongs to another inspection.',
    },
  ],
]);
