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
    reload: 'Tải lại',
    updateReady: 'Tiện ích có bản mới. Tải lại để dùng bản mới; sau đó cần đăng nhập lại, việc chờ gửi vẫn còn.',
    updated: 'Tiện ích vừa được cập nhật nên màn hình này không dùng được nữa. Hãy tải lại; việc chờ gửi vẫn còn.',
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
    reload: 'Reload',
    updateReady:
      'A new version of the extension is ready. Reload to use it; you sign in again afterwards, and what waits to be sent is kept.',
    updated: 'The extension was updated, so this screen no longer works. Reload it; what waits to be sent is kept.',
  },
);
