import { localised } from './localised.ts';

export const queueTexts = localised(
  {
    waiting: (count: number) => `${count} chờ gửi`,
    title: 'Việc chưa gửi được',
    kept: 'Chưa gửi được vì mất kết nối. Tiện ích giữ lại và tự gửi khi có mạng; đóng trình duyệt thì mất.',
    sendNow: 'Gửi ngay',
    discard: 'Bỏ',
    stateWaiting: 'chờ gửi',
    stateConflict: 'Người khác đã thay đổi trước khi gửi. Bên trái là việc của bạn, bên phải là bản trên máy chủ.',
    stateRefused: 'Máy chủ không nhận.',
    mine: 'Của bạn',
    theirs: 'Trên máy chủ',
    done: 'Đã lưu.',
    queued: 'Mất kết nối: việc này chờ gửi.',
  },
  {
    waiting: (count: number) => `${count} waiting`,
    title: 'Changes not sent yet',
    kept: 'Not sent, since the network is lost. They are kept and sent when it is back; closing the browser loses them.',
    sendNow: 'Send now',
    discard: 'Drop',
    stateWaiting: 'waiting',
    stateConflict: 'Someone changed this before it was sent. Yours is on the left, the server’s on the right.',
    stateRefused: 'The server did not take this.',
    mine: 'Yours',
    theirs: 'On the server',
    done: 'Saved.',
    queued: 'The network is lost: this waits to be sent.',
  },
);
