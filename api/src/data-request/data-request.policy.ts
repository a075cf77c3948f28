import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type { DataRequestRow } from './data-request.store.ts';

/** What may be done with a request. */
export const DATA_REQUEST_ACTIONS = ['WITHDRAW', 'ANSWER', 'EXTEND', 'CARRY_OUT', 'RESTRICT'] as const;
export type DataRequestAction = (typeof DATA_REQUEST_ACTIONS)[number];

type Facts = Pick<DataRequestRow, 'employeeId' | 'kind' | 'state' | 'extendedTo'>;

/** The last day that runs now: of the answer, then of carrying it out; null once nothing more is to be done. */
export function dueOnOf(
  row: Pick<DataRequestRow, 'state' | 'answerDueOn' | 'extendedTo' | 'carryOutDueOn'>,
): LocalDate | null {
  // Dates as PostgreSQL writes them.
  if (row.state === 'RECEIVED') return row.answerDueOn as LocalDate;
  if (row.state === 'ACCEPTED') return (row.extendedTo ?? row.carryOutDueOn) as LocalDate | null;
  return null;
}

/** In which states an action is open, whoever asks. */
export function isOpenTo(action: DataRequestAction, { state, extendedTo, kind }: Facts): boolean {
  switch (action) {
    case 'WITHDRAW':
      return state === 'RECEIVED' || state === 'ACCEPTED';
    case 'ANSWER':
      return state === 'RECEIVED';
    case 'EXTEND':
      return state === 'ACCEPTED' && extendedTo === null;
    case 'CARRY_OUT':
      return state === 'ACCEPTED';
    case 'RESTRICT':
      // An objection may end in a restriction too; what was not accepted restricts nothing.
      return (kind === 'RESTRICTION' || kind === 'OBJECTION') && (state === 'ACCEPTED' || state === 'CARRIED_OUT');
    default:
      return action satisfies never;
  }
}

/**
 * What the asking person may do: take his own back, or, as who protects the data of others, the rest; never both. Who sees
 * another's request holds PRIVACY_MANAGE over one of his units: nobody else does.
 */
export function requestActions(employeeId: string | null, row: Facts): readonly DataRequestAction[] {
  const isOwn = employeeId === row.employeeId;
  return DATA_REQUEST_ACTIONS.filter((action) => (action === 'WITHDRAW') === isOwn && isOpenTo(action, row));
}
