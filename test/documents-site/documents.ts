import { type SitePerson, sitePeople } from './people.ts';

/** One document as a management system holds it. Dates are LocalDate (Asia/Ho_Chi_Minh). */
export type SiteDocument = {
  readonly id: number;
  readonly number: string;
  readonly summary: string;
  readonly issuer: string;
  readonly date: string;
  readonly arrivedOn: string;
  readonly deadline: string | null;
  readonly urgency: 'Thường' | 'Khẩn' | 'Thượng khẩn' | 'Hỏa tốc';
  readonly secrecy: 'Thường' | 'Mật';
  readonly role: 'xlc' | 'ph' | 'xdb';
  readonly handler: SitePerson;
};

const issuers = [
  { name: 'UBND tỉnh An Bình', mark: 'UBND-NC' },
  { name: 'Bộ Nội vụ', mark: 'BNV-CCHC' },
  { name: 'Sở Tài chính', mark: 'STC-HCSN' },
  { name: 'Văn phòng UBND tỉnh', mark: 'VP-TH' },
  { name: 'Sở Tư pháp', mark: 'STP-XDVB' },
  { name: 'UBND xã Phú Lộc', mark: 'UBND-VX' },
] as const;

const subjects = [
  'Rà soát thủ tục hành chính quý IV',
  'Báo cáo kết quả cải cách hành chính tháng 11',
  'Góp ý dự thảo quyết định quy định chức năng, nhiệm vụ',
  'Thẩm định đề án vị trí việc làm của đơn vị sự nghiệp',
  'Trả lời kiến nghị của cử tri về số lượng cán bộ cấp xã',
  'Xây dựng kế hoạch kiểm tra công vụ năm 2027',
  'Lập dự toán kinh phí đào tạo, bồi dưỡng năm 2027',
  'Tổng hợp hồ sơ đề nghị khen thưởng đợt cuối năm',
  'Chuẩn bị hội nghị trực tuyến về chuyển đổi số',
  'Xác minh phản ánh về thời gian giải quyết hồ sơ',
] as const;

/** Days from today to the deadline, in turn: overdue, today, soon, later and none. */
const deadlineOffsets = [3, -2, 0, 5, 12, -9, 1, null, 7, 30] as const;

const day = 86_400_000;

/** `date` moved by whole days. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);

/** dd/MM/yyyy, as every such system prints. */
export const toVietnameseDate = (date: string): string => date.split('-').reverse().join('/');

const cycle = <Value>(values: readonly Value[], index: number): Value => {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('an empty list has no value to repeat');
  return value;
};

/** The document `id` (from 1) as it stands on `today`. Equal arguments give equal documents. Every 17th is marked Mật. */
export const createDocument = (id: number, today: string): SiteDocument => {
  const issuer = cycle(issuers, id * 7);
  const offset = cycle(deadlineOffsets, id);
  const arrivedOn = addDays(today, -((id * 3) % 20) - 1);
  return {
    id,
    number: `${String(1200 + id).padStart(2, '0')}/${issuer.mark}`,
    summary: `${cycle(subjects, id * 3)} (hồ sơ ${id})`,
    issuer: issuer.name,
    date: addDays(arrivedOn, -1),
    arrivedOn,
    deadline: offset === null ? null : addDays(today, offset),
    urgency: cycle(['Thường', 'Thường', 'Khẩn', 'Thường', 'Thượng khẩn', 'Thường', 'Hỏa tốc'] as const, id),
    secrecy: id % 17 === 0 ? 'Mật' : 'Thường',
    role: cycle(['xdb', 'xlc', 'xlc', 'ph', 'xlc'] as const, id),
    handler: cycle(sitePeople, id - 1),
  };
};

/** Documents `from` … `from + count - 1`. */
export const createDocuments = (from: number, count: number, today: string): readonly SiteDocument[] =>
  Array.from({ length: count }, (_, index) => createDocument(from + index, today));
