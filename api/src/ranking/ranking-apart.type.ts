import { APART_REASONS } from '@congvu/schema/ranking';
import { builder } from '../builder.ts';
import { EmployeeRef } from '../employee/employee.type.ts';
import { connectionOf } from '../sql/connection.ts';
import type { ApartRow } from './ranking.store.ts';

const ApartReasonEnum = builder.enumType('ApartReason', {
  description:
    'Why somebody of the group has no place. NO_SCORE: no figure in the month. MOVED_IN_MONTH: sheets in two units, and the month is not closed. NOT_CLASSIFIED: decided that the year has no level. NOT_DECIDED: no decision of the year yet.',
  values: APART_REASONS,
});

const ApartRef = builder.objectRef<ApartRow>('Apart').implement({
  description: 'Somebody of the group without a place: not ranked last, not ranked.',
  record: { kind: 'ranking', of: ({ id }) => id },
  fields: (t) => ({
    employee: t.field({ type: EmployeeRef, description: 'Who.', resolve: (row) => row }),
    reason: t.expose('reason', { type: ApartReasonEnum, description: 'Why.' }),
  }),
});

export const ApartConnection = connectionOf('Apart', ApartRef, 'people without a place');
