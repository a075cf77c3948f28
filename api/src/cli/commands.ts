import type { LocalisedText } from '@congvu/schema/texts';
import type { Command } from './command.ts';

interface CommandEntry {
  readonly summary: LocalisedText;
  /** Loaded when asked for alone: `congvu score` must not pay for the database, nor `--help` for anything. */
  readonly load: () => Promise<{ readonly command: Command }>;
}

/** Every command, in the order of the help. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  start: {
    summary: { vi: 'chạy hệ thống (cơ sở dữ liệu, api, trang mẫu)', en: 'run the system (database, api, sample site)' },
    load: () => import('./start.ts'),
  },
  migrate: {
    summary: { vi: 'cập nhật cấu trúc cơ sở dữ liệu', en: "bring the database's structure up to date" },
    load: () => import('./migrate.ts'),
  },
  seed: {
    summary: {
      vi: 'nạp dữ liệu trình diễn (hư cấu) vào cơ sở dữ liệu nhúng còn trống',
      en: 'fill the empty embedded database with demonstration data',
    },
    load: () => import('./seed.ts'),
  },
  token: {
    summary: { vi: 'tạo mã truy cập cá nhân cho chương trình', en: 'create a personal access token for scripts' },
    load: () => import('./token.ts'),
  },
  'sign-in': {
    summary: { vi: 'đăng nhập một phiên và in mã truy cập của phiên', en: "sign in and print the session's token" },
    load: () => import('./sign-in.ts'),
  },
  call: {
    summary: { vi: 'gửi một thao tác GraphQL tới api đang chạy', en: 'send a GraphQL operation to the running api' },
    load: () => import('./call.ts'),
  },
  adapter: {
    summary: {
      vi: 'bộ đọc trang: lưu, công bố, rút, xuất, báo lỗi',
      en: 'site adapters: save, publish, withdraw, export, reports',
    },
    load: () => import('./adapter.ts'),
  },
  close: {
    summary: { vi: 'khóa sổ một tháng hoặc một năm', en: 'close a month or a year' },
    load: () => import('./close.ts'),
  },
  jobs: {
    summary: { vi: 'xem, dừng, làm tiếp hoặc chạy công việc dài', en: 'list, stop, resume or run long work' },
    load: () => import('./jobs.ts'),
  },
  report: {
    summary: { vi: 'in hoặc lưu báo cáo định kỳ của một đơn vị', en: 'print or save the periodic report of a unit' },
    load: () => import('./report.ts'),
  },
  export: {
    summary: { vi: 'lưu một sổ theo dõi thành tệp XLSX', en: 'save a register as an XLSX file' },
    load: () => import('./export.ts'),
  },
  import: {
    summary: {
      vi: 'kiểm tra, nhập tệp CSV hoặc XLSX; hoàn tác một lần nhập',
      en: 'preview and take in a CSV or XLSX file; undo an import',
    },
    load: () => import('./import.ts'),
  },
  score: {
    summary: { vi: 'chấm điểm theo lô từ đầu vào chuẩn', en: 'score periods in batch from standard input' },
    load: () => import('./score.ts'),
  },
  classify: {
    summary: { vi: 'xếp loại năm theo lô từ đầu vào chuẩn', en: 'classify years in batch from standard input' },
    load: () => import('./classify.ts'),
  },
  rulesets: {
    summary: { vi: 'liệt kê các bộ quy tắc và tham số', en: 'list the rule sets and their parameters' },
    load: () => import('./rulesets.ts'),
  },
  audit: {
    summary: { vi: 'kiểm tra hoặc xuất chuỗi nhật ký thay đổi', en: 'verify or export the chain of changes' },
    load: () => import('./audit.ts'),
  },
};
