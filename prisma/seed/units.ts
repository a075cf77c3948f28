/** A unit of the fictional province. The code is in the form of Quyết định 20/2020/QĐ-TTg; H99 belongs to nobody. */
export interface DemonstrationUnit {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  /** 1 the province's committee, 2 a sở or xã, 3 a phòng. */
  readonly level: 1 | 2 | 3;
  readonly parent: string | null;
  /** People of the unit itself, not of those below. */
  readonly people: number;
  readonly kind: UnitKind;
}

type UnitKind = 'PROVINCE' | 'DEPARTMENT' | 'COMMUNE' | 'OFFICE' | 'DIVISION';

interface Division {
  readonly name: string;
  readonly short: string;
  readonly people: number;
}

interface Agency {
  readonly number: string;
  readonly name: string;
  readonly short: string;
  readonly kind: 'DEPARTMENT' | 'COMMUNE';
  readonly divisions: readonly Division[];
}

const division = (name: string, short: string, people: number): Division => ({ name, short, people });

/** The phòng of the demonstration account `quanly` is the first of the first sở. */
const agencies: readonly Agency[] = [
  {
    number: '01',
    name: 'Sở Nội vụ tỉnh An Bình',
    short: 'Sở Nội vụ',
    kind: 'DEPARTMENT',
    divisions: [
      division('Phòng Tổ chức, biên chế', 'P. Tổ chức, biên chế', 46),
      division('Phòng Công chức, viên chức', 'P. Công chức, viên chức', 52),
      division('Phòng Cải cách hành chính', 'P. Cải cách hành chính', 44),
      division('Văn phòng Sở Nội vụ', 'VP. Sở Nội vụ', 54),
    ],
  },
  {
    number: '02',
    name: 'Sở Tài chính tỉnh An Bình',
    short: 'Sở Tài chính',
    kind: 'DEPARTMENT',
    divisions: [
      division('Phòng Quản lý ngân sách', 'P. Quản lý ngân sách', 56),
      division('Phòng Đầu tư', 'P. Đầu tư', 48),
      division('Phòng Giá và công sản', 'P. Giá và công sản', 50),
      division('Văn phòng Sở Tài chính', 'VP. Sở Tài chính', 52),
    ],
  },
  {
    number: '03',
    name: 'Sở Tư pháp tỉnh An Bình',
    short: 'Sở Tư pháp',
    kind: 'DEPARTMENT',
    divisions: [
      division('Phòng Xây dựng và kiểm tra văn bản', 'P. Xây dựng và kiểm tra văn bản', 48),
      division('Phòng Hành chính tư pháp', 'P. Hành chính tư pháp', 54),
      division('Văn phòng Sở Tư pháp', 'VP. Sở Tư pháp', 46),
    ],
  },
  {
    number: '04',
    name: 'Sở Xây dựng tỉnh An Bình',
    short: 'Sở Xây dựng',
    kind: 'DEPARTMENT',
    divisions: [
      division('Phòng Quy hoạch, kiến trúc', 'P. Quy hoạch, kiến trúc', 52),
      division('Phòng Quản lý hạ tầng giao thông', 'P. Hạ tầng giao thông', 58),
      division('Văn phòng Sở Xây dựng', 'VP. Sở Xây dựng', 48),
    ],
  },
  {
    number: '05',
    name: 'Sở Nông nghiệp và Môi trường tỉnh An Bình',
    short: 'Sở Nông nghiệp và Môi trường',
    kind: 'DEPARTMENT',
    divisions: [
      division('Phòng Quản lý đất đai', 'P. Quản lý đất đai', 60),
      division('Phòng Bảo vệ môi trường', 'P. Bảo vệ môi trường', 50),
      division('Văn phòng Sở Nông nghiệp và Môi trường', 'VP. Sở NN và MT', 52),
    ],
  },
  {
    number: '06',
    name: 'Văn phòng Ủy ban nhân dân tỉnh An Bình',
    short: 'VP. UBND tỉnh',
    kind: 'DEPARTMENT',
    divisions: [
      division('Phòng Tổng hợp', 'P. Tổng hợp', 54),
      division('Phòng Hành chính, quản trị', 'P. Hành chính, quản trị', 50),
    ],
  },
  commune('21', 'xã Bình Minh', division('Phòng Kinh tế xã Bình Minh', 'P. Kinh tế', 50)),
  commune('22', 'xã An Hòa', division('Phòng Văn hóa, xã hội xã An Hòa', 'P. Văn hóa, xã hội', 52)),
  commune('23', 'phường Trung An', division('Phòng Kinh tế, hạ tầng phường Trung An', 'P. Kinh tế, hạ tầng', 54)),
  commune('24', 'phường Bình Phú', division('Văn phòng phường Bình Phú', 'VP. phường Bình Phú', 46)),
];

function commune(number: string, name: string, only: Division): Agency {
  return { number, name: `Ủy ban nhân dân ${name}`, short: `UBND ${name}`, kind: 'COMMUNE', divisions: [only] };
}

/** Leaders of a sở: its Giám đốc and three deputies. Leaders of a xã are elected and under Party rules: not in the seed. */
const leadersOfDepartment = 4;

const provinceCode = 'H99';

/** The province, its sở and xã and their phòng, each unit after its parent: 34 units. */
export const demonstrationUnits: readonly DemonstrationUnit[] = [
  {
    code: provinceCode,
    name: 'Ủy ban nhân dân tỉnh An Bình',
    shortName: 'UBND tỉnh An Bình',
    level: 1,
    parent: null,
    people: 0,
    kind: 'PROVINCE',
  },
  ...agencies.flatMap(unitsOf),
];

function unitsOf(agency: Agency): readonly DemonstrationUnit[] {
  const code = `${provinceCode}.${agency.number}`;
  return [
    {
      code,
      name: agency.name,
      shortName: agency.short,
      level: 2,
      parent: provinceCode,
      people: agency.kind === 'DEPARTMENT' ? leadersOfDepartment : 0,
      kind: agency.kind,
    },
    ...agency.divisions.map(
      ({ name, short, people }, index): DemonstrationUnit => ({
        code: `${code}.${String(index + 1).padStart(2, '0')}`,
        name,
        shortName: short,
        level: 3,
        parent: code,
        people,
        kind: name.startsWith('Văn phòng') ? 'OFFICE' : 'DIVISION',
      }),
    ),
  ];
}
