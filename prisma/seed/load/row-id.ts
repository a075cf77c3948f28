/** What a row of the seed is, as a part of its id. */
const kinds = {
  unit: 1,
  employee: 2,
  assignment: 3,
  user: 4,
  grant: 5,
  catalogue: 6,
  product: 7,
  plan: 8,
  task: 9,
  event: 10,
  cause: 11,
  document: 12,
  sheet: 13,
  commendation: 14,
  discipline: 15,
  result: 16,
  job: 17,
  absence: 18,
  charge: 19,
  proposal: 20,
  round: 21,
  classification: 22,
  unitResult: 23,
  violation: 24,
  initiative: 25,
  inspectionPlan: 26,
  inspection: 27,
  visit: 28,
  finding: 29,
  recommendation: 30,
  feedback: 31,
  coordination: 32,
  planning: 33,
  calibration: 34,
  calibrationProposal: 35,
  calibrationChange: 36,
  token: 37,
} as const;

export type RowKind = keyof typeof kinds;

const prefixes = new Map(Object.entries(kinds).map(([kind, number]) => [kind, number.toString(16).padStart(4, '0')]));

/** The id of the n-th row of its kind: a uuid of version 8 (our own making), the same on every machine and in order. */
export function rowId(kind: RowKind, number: number): string {
  return `c0996000-${prefixes.get(kind)}-8000-8000-${number.toString(16).padStart(12, '0')}`;
}
