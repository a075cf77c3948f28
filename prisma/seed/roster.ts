import { rowId } from './load/row-id.ts';
import { type DemonstrationPerson, everybody } from './people.ts';
import { type DemonstrationUnit, demonstrationUnits } from './units.ts';

/** A person of the seed with the ids of his rows and who scores him. */
export interface Member {
  readonly person: DemonstrationPerson;
  readonly employeeId: string;
  readonly userId: string;
  readonly unitId: string;
  readonly role: 'LEADER' | 'STAFF';
  readonly superior: Superior;
}

/** Who assigns and confirms (NĐ 335/2025 art. 10). Elected leaders have no row in the seed, hence no id. */
interface Superior {
  readonly userId: string | null;
  readonly name: string;
}

const unitNumbers = new Map(demonstrationUnits.map((unit, index) => [unit.code, index + 1]));
const unitsByCode = new Map(demonstrationUnits.map((unit) => [unit.code, unit]));

export function unitId(code: string): string {
  const number = unitNumbers.get(code);
  if (number === undefined) throw new Error(`the demonstration has no unit ${code}`);
  return rowId('unit', number);
}

/** All members by unit, leaders first. */
export const roster: readonly Member[] = createRoster();

export function membersOf(unitCode: string): readonly Member[] {
  return byUnit.get(unitCode) ?? [];
}

const byUnit = Map.groupBy(roster, (member) => member.person.unitCode);

export function findMember(userName: string): Member {
  const found = roster.find((member) => member.person.userName === userName);
  if (found === undefined) throw new Error(`the demonstration has no ${userName}`);
  return found;
}

function createRoster(): readonly Member[] {
  const heads = new Map<string, Superior>();
  everybody.forEach((person, index) => {
    if (person.post === 'HEAD') heads.set(person.unitCode, { userId: rowId('user', index + 1), name: person.name });
  });
  return everybody.map((person, index) => ({
    person,
    employeeId: rowId('employee', index + 1),
    userId: rowId('user', index + 1),
    unitId: unitId(person.unitCode),
    role: person.post === 'STAFF' ? 'STAFF' : 'LEADER',
    superior: findSuperior(person, heads),
  }));
}

/** The head of one's unit scores its deputies and staff, the head of the unit above scores a head. */
function findSuperior(person: DemonstrationPerson, heads: ReadonlyMap<string, Superior>): Superior {
  const unit = unitsByCode.get(person.unitCode);
  const code = person.post === 'HEAD' ? unit?.parent : person.unitCode;
  return heads.get(code ?? '') ?? { userId: null, name: electedHeadOf(unitsByCode.get(code ?? '')) };
}

function electedHeadOf(unit: DemonstrationUnit | undefined): string {
  return unit?.kind === 'COMMUNE' ? `Chủ tịch ${unit.shortName}` : 'Chủ tịch UBND tỉnh';
}
