import type { Randomness } from './randomness.ts';

/** Family names about as frequent as they are in the country; a name that stands twice is twice as likely. */
const familyNames = [
  ...['Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Trần', 'Trần', 'Trần', 'Lê', 'Lê', 'Phạm', 'Phạm'],
  ...[
    'Hoàng',
    'Huỳnh',
    'Phan',
    'Vũ',
    'Võ',
    'Đặng',
    'Bùi',
    'Đỗ',
    'Hồ',
    'Ngô',
    'Dương',
    'Lý',
    'Đinh',
    'Mai',
    'Trịnh',
    'Đoàn',
  ],
] as unknown as readonly [string, ...string[]];

interface Pool {
  readonly middle: readonly [string, ...string[]];
  readonly given: readonly [string, ...string[]];
}

const women: Pool = {
  middle: [
    'Thị',
    'Thị',
    'Thị Thu',
    'Thị Thanh',
    'Thị Ngọc',
    'Ngọc',
    'Thu',
    'Thanh',
    'Minh',
    'Phương',
    'Hồng',
    'Kim',
    'Thùy',
  ],
  given: [
    ...(['Anh', 'Bích', 'Chi', 'Dung', 'Giang', 'Hà', 'Hạnh', 'Hằng', 'Hiền', 'Hoa', 'Hương', 'Huyền', 'Lan'] as const),
    ...([
      'Liên',
      'Linh',
      'Loan',
      'Mai',
      'My',
      'Nga',
      'Ngân',
      'Nguyệt',
      'Nhung',
      'Oanh',
      'Phượng',
      'Quyên',
      'Tâm',
    ] as const),
    ...(['Thảo', 'Thủy', 'Trang', 'Trinh', 'Tuyết', 'Uyên', 'Vân', 'Xuân', 'Yến'] as const),
  ],
};

const men: Pool = {
  middle: [
    'Văn',
    'Văn',
    'Hữu',
    'Đức',
    'Minh',
    'Quang',
    'Công',
    'Anh',
    'Quốc',
    'Xuân',
    'Đình',
    'Ngọc',
    'Thanh',
    'Trọng',
    'Việt',
  ],
  given: [
    ...(['An', 'Bình', 'Cường', 'Dũng', 'Duy', 'Đạt', 'Đông', 'Hải', 'Hiếu', 'Hòa', 'Hoàng', 'Hùng', 'Huy'] as const),
    ...([
      'Khánh',
      'Kiên',
      'Lâm',
      'Long',
      'Lực',
      'Mạnh',
      'Nam',
      'Nghĩa',
      'Phong',
      'Phúc',
      'Quân',
      'Sơn',
      'Tài',
    ] as const),
    ...(['Thắng', 'Thành', 'Tiến', 'Toàn', 'Trung', 'Tú', 'Tuấn', 'Tùng', 'Vinh'] as const),
  ],
};

/** A full name in Vietnamese order, NFC: family name, middle name, given name. */
export function drawName(randomness: Randomness): string {
  const pool = randomness.chance(0.52) ? women : men;
  return `${randomness.pick(familyNames)} ${randomness.pick(pool.middle)} ${randomness.pick(pool.given)}`;
}

/**
 * The user name an office would give: the given name and the initials of the rest, without tones: Nguyễn Thị Hương is
 * `huongnt`.
 */
export function toUserName(name: string): string {
  const words = toLatinLetters(name).split(' ');
  const initials = words.slice(0, -1).map((word) => word.charAt(0));
  return `${words.at(-1)}${initials.join('')}`;
}

function toLatinLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase();
}
