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
    options: 'Options',
    dashboard: 'Dashboard',
  },
);
