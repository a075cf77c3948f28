import { localised } from './localised.ts';

export const stateTexts = localised(
  {
    loading: 'Đang tải…',
    retry: 'Thử lại',
    more: 'Xem thêm',
    first: 'Về đầu',
    close: 'Đóng',
    cancel: 'Bỏ',
    none: '—',
    refused: 'Bạn không có quyền xem phần này.',
    code: (code: string) => `Mã: ${code}`,
  },
  {
    loading: 'Loading…',
    retry: 'Try again',
    more: 'Show more',
    first: 'To the start',
    close: 'Close',
    cancel: 'Cancel',
    none: '—',
    refused: 'You are not allowed to see this.',
    code: (code: string) => `Code: ${code}`,
  },
);
