import { join } from 'node:path';
import type { Locale } from '@congvu/schema/texts';
import { repositoryRoot } from '../environment.ts';
import type { AccountHint } from '../identity/sign-in-page.ts';
import { EXTENSION_OUTPUT } from './builds.ts';

/** What a running system has to say for itself. */
export interface RunningFacts {
  readonly graphql: string;
  readonly documents: string;
  readonly demonstration: boolean;
  /** Accounts of the demonstration; empty where there is none. */
  readonly accounts: readonly AccountHint[];
  /** Whether the database is the office's own and nothing in it yet. */
  readonly isEmptyOffice: boolean;
  readonly issuer: string | null;
}

/** Lines for the person at the terminal: where everything is, who can sign in, what to do next. */
export function announce(facts: RunningFacts, locale: Locale): readonly string[] {
  const extension = join(repositoryRoot, EXTENSION_OUTPUT);
  const isVietnamese = locale === 'vi';
  const lines = isVietnamese
    ? [
        '',
        `GraphQL      ${facts.graphql}`,
        `Trang mẫu    ${facts.documents}`,
        `Tiện ích     ${extension}`,
        '             mở chrome://extensions → bật Chế độ dành cho nhà phát triển → Tải tiện ích đã giải nén → chọn thư mục trên',
      ]
    : [
        '',
        `GraphQL      ${facts.graphql}`,
        `Sample site  ${facts.documents}`,
        `Extension    ${extension}`,
        '             open chrome://extensions → switch on Developer mode → Load unpacked → choose the folder above',
      ];
  if (facts.demonstration) lines.push('', ...announceAccounts(facts.accounts, isVietnamese));
  if (facts.isEmptyOffice) lines.push('', ...firstSteps(facts.issuer, isVietnamese));
  return [...lines, ''];
}

function announceAccounts(accounts: readonly AccountHint[], isVietnamese: boolean): readonly string[] {
  const width = (values: readonly string[]) => Math.max(0, ...values.map((value) => value.length)) + 2;
  const nameWidth = width(accounts.map((account) => account.userName));
  const passwordWidth = width(accounts.map((account) => account.password));
  return [
    isVietnamese
      ? 'Bản trình diễn — dữ liệu hư cấu. Tài khoản (tên đăng nhập, mật khẩu, vai trò):'
      : 'Demonstration — fictional data. Accounts (user name, password, role):',
    ...accounts.map(
      ({ userName, password, description }) =>
        `  ${userName.padEnd(nameWidth)}${password.padEnd(passwordWidth)}${description[isVietnamese ? 'vi' : 'en']}`,
    ),
  ];
}

/** The real first steps of an office: nothing is ever seeded into a database that is not our own. */
function firstSteps(issuer: string | null, isVietnamese: boolean): readonly string[] {
  const steps = isVietnamese
    ? [
        'Cơ sở dữ liệu của cơ quan chưa có dữ liệu. Các bước đầu tiên:',
        '  1. DATABASE_OWNER_URL=… pnpm congvu migrate   cập nhật cấu trúc',
        '  2. quản trị viên đầu tiên                      tài khoản theo OIDC_ISSUER và vai trò ADMINISTRATOR (api/src/cli/README.md)',
        '  3. nhập danh sách đơn vị và nhân sự',
      ]
    : [
        "The office's database holds nothing yet. First steps:",
        '  1. DATABASE_OWNER_URL=… pnpm congvu migrate   bring its structure up to date',
        '  2. the first administrator                     an account of OIDC_ISSUER with the role ADMINISTRATOR (api/src/cli/README.md)',
        '  3. import the units and the staff',
      ];
  if (issuer !== null) return steps;
  const noIssuer = isVietnamese
    ? '  Chưa đặt OIDC_ISSUER: chỉ mã truy cập cá nhân (congvu_pat_…) đăng nhập được.'
    : '  OIDC_ISSUER is not set: only personal access tokens (congvu_pat_…) can sign in.';
  return [...steps, noIssuer];
}
