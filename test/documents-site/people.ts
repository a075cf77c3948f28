/** Whom the sample documents name. Fictional; the staff codes and names are those of the seeded province. */
export type SitePerson = {
  readonly code: string;
  readonly userName: string;
  readonly name: string;
  readonly unit: string;
};

// TODO [2026-12-01]: take `demonstrationPeople` of @congvu/prisma/seed/people; until it lands the site has its own.
export const sitePeople: readonly SitePerson[] = [
  { code: 'AB000101', userName: 'ngoc.ttb', name: 'Trần Thị Bích Ngọc', unit: 'Phòng Cải cách hành chính' },
  { code: 'AB000102', userName: 'an.nv', name: 'Nguyễn Văn An', unit: 'Phòng Cải cách hành chính' },
  { code: 'AB000103', userName: 'an.nv2', name: 'Nguyễn Văn An', unit: 'Phòng Cải cách hành chính' },
  { code: 'AB000104', userName: 'hoa.lt', name: 'Lê Thị Hòa', unit: 'Phòng Cải cách hành chính' },
  { code: 'AB000105', userName: 'duc.pm', name: 'Phạm Minh Đức', unit: 'Phòng Công chức, viên chức' },
  { code: 'AB000106', userName: 'uyen.dtt', name: 'Đặng Thị Tố Uyên', unit: 'Phòng Công chức, viên chức' },
  { code: 'AB000107', userName: 'khanh.hq', name: 'Hoàng Quốc Khánh', unit: 'Phòng Công chức, viên chức' },
  { code: 'AB000108', userName: 'yen.vth', name: 'Vũ Thị Hải Yến', unit: 'Phòng Tổ chức, biên chế' },
];
