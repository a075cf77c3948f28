import { localised } from './localised.ts';

export const sessionTexts = localised(
  {
    productName: 'Công vụ',
    demonstration: 'Bản trình diễn — dữ liệu hư cấu',
    signInTitle: 'Đăng nhập để làm việc',
    signInReason: 'Hồ sơ và điểm chỉ hiện với người có quyền. Máy chủ:',
    signIn: 'Đăng nhập',
    signingIn: 'Đang chờ cửa sổ đăng nhập…',
    signOut: 'Đăng xuất',
    signOutWaiting: (count: number) => `Còn ${count} việc chờ gửi sẽ bị bỏ khi người khác đăng nhập. Vẫn đăng xuất?`,
    options: 'Tùy chọn',
    dashboard: 'Bảng điều khiển',
  },
  {
    productName: 'Công vụ',
    demonstration: 'Demonstration — fictional data',
    signInTitle: 'Sign in to work',
    signInReason: 'Records and scores are shown only to those allowed. Server:',
    signIn: 'Sign in',
    signingIn: 'Waiting for the sign-in window…',
    signOut: 'Sign out',
    signOutWaiting: (count: number) =>
      `${count} unsent change(s) will be dropped when another person signs in. Sign out all the same?`,
    options: 'Options',
    dashboard: 'Dashboard',
  },
);
