import { demonstrationAccounts } from './accounts.ts';
import { drawName, toUserName } from './person-names.ts';
import { type Randomness, randomnessOf } from './randomness.ts';
import { type DemonstrationUnit, demonstrationUnits } from './units.ts';

/** Somebody of the fictional province; nobody of this name holds this post anywhere. */
export interface DemonstrationPerson {
  /** Staff code, "AB0001" … */
  readonly code: string;
  readonly name: string;
  readonly userName: string;
  readonly email: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly post: 'HEAD' | 'DEPUTY' | 'STAFF';
  readonly title: string;
  readonly groupCode: string;
  readonly subjectType: 'CIVIL_SERVANT' | 'CONTRACT';
  /** How well he works, 0 … 1: what the seed draws his results from. Never shown. */
  readonly diligence: number;
}

/** People with similar work inside one sở or xã, compared with one another. */
export interface DemonstrationGroup {
  readonly code: string;
  readonly name: string;
  readonly unitCode: string;
}

const groupKinds = [
  ['LD', 'Lãnh đạo Sở'],
  ['LDP', 'Lãnh đạo cấp phòng'],
  ['CM', 'Chuyên môn, nghiệp vụ'],
  ['HC', 'Hành chính, hỗ trợ'],
] as const;

/** The groups of every sở and xã; a xã has no group of Sở leaders. */
export const demonstrationGroups: readonly DemonstrationGroup[] = demonstrationUnits
  .filter((unit) => unit.level === 2)
  .flatMap((unit) =>
    groupKinds
      .filter(([kind]) => kind !== 'LD' || unit.kind === 'DEPARTMENT')
      .map(([kind, name]) => ({
        code: `${unit.code}.${kind}`,
        name: `${name} – ${unit.shortName}`,
        unitCode: unit.code,
      })),
  );

/** The second and the ninth of the staff of the first phòng: a choice for the manager, never a guess. */
const sharedName = { unitCode: 'H99.01.01', places: [5, 12], name: 'Nguyễn Thị Hương' };

/** Everybody, unit after unit, each unit's leaders first: about 1,200 people, the same on every machine. */
export const everybody: readonly DemonstrationPerson[] = createEverybody();

/**
 * Whom the sample documents site names as handlers: the phòng of the account `quanly` first, then the other phòng of its
 * sở. Two people of the first phòng bear one name.
 */
export const demonstrationPeople: readonly DemonstrationPerson[] = everybody.filter((person) =>
  person.unitCode.startsWith('H99.01.'),
);

function createEverybody(): readonly DemonstrationPerson[] {
  const taken = new Map<string, number>();
  const people: DemonstrationPerson[] = [];
  for (const unit of demonstrationUnits) {
    for (let place = 0; place < unit.people; place++) {
      people.push(createPerson(unit, place, people.length + 1, taken));
    }
  }
  return people;
}

function createPerson(
  unit: DemonstrationUnit,
  place: number,
  number: number,
  taken: Map<string, number>,
): DemonstrationPerson {
  const code = `AB${String(number).padStart(4, '0')}`;
  const randomness = randomnessOf(`person ${code}`);
  const drawn = drawName(randomness);
  const name = unit.code === sharedName.unitCode && sharedName.places.includes(place) ? sharedName.name : drawn;
  const account = demonstrationAccounts.find((one) => one.unitCode === unit.code && one.place === place);
  const userName = account?.userName ?? firstFree(toUserName(name), taken);
  const post = postAt(unit, place);
  const subjectType =
    post === 'STAFF' && unit.kind === 'OFFICE' && randomness.chance(0.2) ? 'CONTRACT' : 'CIVIL_SERVANT';
  return {
    code,
    name,
    userName,
    email: `${userName}@anbinh.example`,
    unitCode: unit.code,
    unitName: unit.name,
    post,
    title: account && post === 'STAFF' ? 'Chuyên viên' : titleOf(unit, post, subjectType, randomness),
    groupCode: `${unit.level === 2 ? unit.code : unit.parent}.${groupOf(unit, post, subjectType)}`,
    subjectType,
    diligence: drawDiligence(randomness),
  };
}

function firstFree(userName: string, taken: Map<string, number>): string {
  const count = (taken.get(userName) ?? 0) + 1;
  taken.set(userName, count);
  return count === 1 ? userName : `${userName}${count}`;
}

/** One head, three deputies, then staff. */
function postAt(unit: DemonstrationUnit, place: number): DemonstrationPerson['post'] {
  if (place === 0) return 'HEAD';
  return place <= 3 || unit.level === 2 ? 'DEPUTY' : 'STAFF';
}

function titleOf(
  unit: DemonstrationUnit,
  post: DemonstrationPerson['post'],
  subjectType: DemonstrationPerson['subjectType'],
  randomness: Randomness,
): string {
  if (subjectType === 'CONTRACT') return 'Nhân viên hợp đồng';
  if (post === 'STAFF')
    return randomness.pick(['Chuyên viên', 'Chuyên viên', 'Chuyên viên', 'Chuyên viên chính', 'Cán sự']);
  const deputy = post === 'DEPUTY';
  // The head of the province's office is a Chánh Văn phòng, though the office ranks with a sở.
  const isOffice = unit.kind === 'OFFICE' || unit.name.startsWith('Văn phòng');
  if (isOffice) return deputy ? 'Phó Chánh Văn phòng' : 'Chánh Văn phòng';
  if (unit.level === 2) return deputy ? 'Phó Giám đốc Sở' : 'Giám đốc Sở';
  return deputy ? 'Phó Trưởng phòng' : 'Trưởng phòng';
}

function groupOf(
  unit: DemonstrationUnit,
  post: DemonstrationPerson['post'],
  subjectType: DemonstrationPerson['subjectType'],
): (typeof groupKinds)[number][0] {
  if (unit.level === 2) return 'LD';
  if (post !== 'STAFF') return 'LDP';
  return unit.kind === 'OFFICE' || subjectType === 'CONTRACT' ? 'HC' : 'CM';
}

/** Most people do well, a few struggle: the higher of two draws, now and then a low one. */
function drawDiligence(randomness: Randomness): number {
  if (randomness.chance(0.03)) return randomness.fraction() * 0.35;
  return 0.4 + 0.6 * Math.max(randomness.fraction(), randomness.fraction());
}
