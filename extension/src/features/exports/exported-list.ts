import type { ExportedList } from '../../../generated/graphql.ts';
import type { RegisterName } from '../register-list/export-path.ts';

/** The list behind each register that its screen shows. */
const listOfRegister: Readonly<Record<RegisterName, ExportedList>> = {
  violations: 'VIOLATIONS',
  decisions: 'DISCIPLINE_DECISIONS',
  commendations: 'COMMENDATIONS',
  initiatives: 'INITIATIVES',
  candidates: 'CANDIDATES',
  inspections: 'INSPECTIONS',
  visits: 'VISITS',
  findings: 'FINDINGS',
  recommendations: 'RECOMMENDATIONS',
  feedback: 'FEEDBACK',
  coordination: 'COORDINATION_REQUESTS',
  access: 'ACCESS_ENTRIES',
};

/** Lists that take their conditions one by one, not as a filter. */
const withoutFilter: readonly RegisterName[] = ['candidates', 'access'];

export type AskedExport = { readonly list: ExportedList; readonly variables: string };

/** What is asked of the api for a register as its screen shows it. */
export function exportOfRegister(register: RegisterName, filter: Readonly<Record<string, unknown>>): AskedExport {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== undefined));
  const variables = withoutFilter.includes(register) ? given : { filter: given };
  return { list: listOfRegister[register], variables: JSON.stringify(variables) };
}

/** Lists that the page of exports offers by itself, with what each is narrowed by. */
export const offeredLists = [
  { list: 'EMPLOYEES', unit: 'unit', hasPeriod: true },
  { list: 'TASKS', unit: 'unit', hasPeriod: true },
  { list: 'PERIOD_SHEETS', unit: 'unit', hasPeriod: true },
  { list: 'CLASSIFICATIONS', unit: 'unit', hasPeriod: false },
  { list: 'UNIT_RESULTS', unit: 'unit', hasPeriod: false },
  { list: 'PETITIONS', unit: 'unit', hasPeriod: false },
  { list: 'UNITS', unit: 'under', hasPeriod: false },
] as const satisfies readonly {
  readonly list: ExportedList;
  readonly unit: 'unit' | 'under';
  readonly hasPeriod: boolean;
}[];

/** The variables of one of them; empty conditions do not narrow. */
export function offeredVariables(list: string, unit: string, period: string): string {
  const offered = offeredLists.find((each) => each.list === list);
  if (offered === undefined) return '{}';
  const filter = {
    ...(unit === '' ? {} : { [offered.unit]: unit }),
    ...(period === '' || !offered.hasPeriod ? {} : { period }),
  };
  return JSON.stringify(Object.keys(filter).length === 0 ? {} : { filter });
}
