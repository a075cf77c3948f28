import { DEFAULT_LOCALE, LOCALES, type Locale } from '@congvu/schema/texts';

/**
 * The language of a page: the client's `ui_locales` first, then the browser's `Accept-Language`, else Vietnamese.
 * Both are lists in order of preference; the first language we have wins.
 */
export function choosePageLocale(uiLocales: unknown, acceptLanguage: string | undefined): Locale {
  const asked = typeof uiLocales === 'string' ? uiLocales.split(' ') : [];
  const accepted = (acceptLanguage ?? '').split(',').map((entry) => entry.split(';')[0] ?? '');
  for (const tag of [...asked, ...accepted]) {
    const language = tag.trim().toLowerCase().split('-')[0];
    const locale = LOCALES.find((each) => each === language);
    if (locale !== undefined) return locale;
  }
  return DEFAULT_LOCALE;
}

export interface SignInTexts {
  readonly heading: string;
  readonly title: string;
  readonly userName: string;
  readonly password: string;
  readonly submit: string;
  readonly cancel: string;
  readonly demonstration: string;
  readonly accounts: string;
  readonly accountColumns: readonly [userName: string, password: string, role: string];
  readonly signOutTitle: string;
  readonly signOutQuestion: string;
  readonly signOutConfirm: string;
  readonly signOutKeep: string;
  readonly signedOut: string;
  readonly failedTitle: string;
  readonly failedExpired: string;
  readonly failedOther: string;
}

export const signInTexts: Readonly<Record<Locale, SignInTexts>> = {
  vi: {
    heading: 'Đăng nhập Công vụ',
    title: 'Đăng nhập',
    userName: 'Tên đăng nhập',
    password: 'Mật khẩu',
    submit: 'Đăng nhập',
    cancel: 'Huỷ',
    demonstration: 'Bản trình diễn — dữ liệu hư cấu',
    accounts: 'Tài khoản trình diễn',
    accountColumns: ['Tên đăng nhập', 'Mật khẩu', 'Vai trò'],
    signOutTitle: 'Đăng xuất',
    signOutQuestion: 'Bạn có muốn đăng xuất khỏi Công vụ không?',
    signOutConfirm: 'Đăng xuất',
    signOutKeep: 'Tiếp tục đăng nhập',
    signedOut: 'Bạn đã đăng xuất. Có thể đóng trang này.',
    failedTitle: 'Không thể đăng nhập',
    failedExpired: 'Phiên đăng nhập này đã hết hạn hoặc đã được dùng. Hãy bắt đầu lại từ ứng dụng.',
    failedOther: 'Yêu cầu đăng nhập không hợp lệ. Hãy bắt đầu lại từ ứng dụng.',
  },
  en: {
    heading: 'Sign in to Công vụ',
    title: 'Sign in',
    userName: 'User name',
    password: 'Password',
    submit: 'Sign in',
    cancel: 'Cancel',
    demonstration: 'Demonstration — fictional data',
    accounts: 'Demonstration accounts',
    accountColumns: ['User name', 'Password', 'Role'],
    signOutTitle: 'Sign out',
    signOutQuestion: 'Do you want to sign out of Công vụ?',
    signOutConfirm: 'Sign out',
    signOutKeep: 'Stay signed in',
    signedOut: 'You are signed out. You can close this page.',
    failedTitle: 'Sign-in is not possible',
    failedExpired: 'This sign-in has expired or was already used. Please start again from the application.',
    failedOther: 'The sign-in request is not valid. Please start again from the application.',
  },
};
