/** An account of the demonstration: whose it is by unit and place there, and the role it has by a grant, if any. */
export interface DemonstrationAccount {
  readonly userName: string;
  readonly password: string;
  readonly role:
    | 'EMPLOYEE'
    | 'MANAGER'
    | 'AUTHORITY'
    | 'HR'
    | 'LEADER'
    | 'INSPECTOR'
    | 'ADMINISTRATOR'
    | 'DATA_OFFICER';
  /** What the sign-in page and `start` say of it. */
  readonly description: { readonly vi: string; readonly en: string };
  readonly unitCode: string;
  /** 0 the head, 1 … 3 deputies, then staff; null for an elected leader, whom the seed has no row of a person for. */
  readonly place: number | null;
  /** The unit over which the role is granted; null where it follows from the post. */
  readonly grantedOver: string | null;
}

/** Passwords everybody may know: the embedded provider serves this machine alone, and every screen says demonstration. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  {
    userName: 'quanly',
    password: 'quanly-anbinh',
    role: 'MANAGER',
    description: {
      vi: 'Trưởng phòng Tổ chức, biên chế, Sở Nội vụ',
      en: 'head of a division, Department of Home Affairs',
    },
    unitCode: 'H99.01.01',
    place: 0,
    grantedOver: null,
  },
  {
    userName: 'chuyenvien',
    password: 'chuyenvien-anbinh',
    role: 'EMPLOYEE',
    description: { vi: 'Chuyên viên Phòng Tổ chức, biên chế', en: 'officer of the same division' },
    unitCode: 'H99.01.01',
    place: 4,
    grantedOver: null,
  },
  {
    userName: 'nhansu',
    password: 'nhansu-anbinh',
    role: 'HR',
    description: { vi: 'Tổ chức cán bộ, toàn tỉnh', en: 'personnel, the whole province' },
    unitCode: 'H99.01.02',
    place: 4,
    grantedOver: 'H99',
  },
  {
    userName: 'lanhdao',
    password: 'lanhdao-anbinh',
    role: 'LEADER',
    description: { vi: 'Giám đốc Sở Nội vụ', en: 'director, Department of Home Affairs' },
    unitCode: 'H99.01',
    place: 0,
    grantedOver: 'H99.01',
  },
  {
    // Classifies the heads of sở, recognises organisations and replaces decisions (NĐ 335/2025 art. 5, 10, 21(3)).
    userName: 'chutich',
    password: 'chutich-anbinh',
    role: 'AUTHORITY',
    description: { vi: 'Chủ tịch UBND tỉnh', en: 'chairman of the province’s committee' },
    unitCode: 'H99',
    place: null,
    grantedOver: 'H99',
  },
  {
    userName: 'thanhtra',
    password: 'thanhtra-anbinh',
    role: 'INSPECTOR',
    description: { vi: 'Kiểm tra công vụ, toàn tỉnh', en: 'inspection of public duty, the whole province' },
    unitCode: 'H99.06.01',
    place: 4,
    grantedOver: 'H99',
  },
  {
    userName: 'quantri',
    password: 'quantri-anbinh',
    role: 'ADMINISTRATOR',
    description: { vi: 'Quản trị hệ thống', en: 'system administrator' },
    unitCode: 'H99.06.02',
    place: 4,
    grantedOver: 'H99',
  },
  {
    userName: 'dulieu',
    password: 'dulieu-anbinh',
    role: 'DATA_OFFICER',
    description: { vi: 'Bảo vệ dữ liệu cá nhân, toàn tỉnh', en: 'protection of personal data, the whole province' },
    unitCode: 'H99.06.02',
    place: 5,
    grantedOver: 'H99',
  },
];
