import { batchById } from '../sql/list.ts';
import { raw } from '../sql/sql.ts';

/** An act (hành vi), which several decisions may punish. */
export interface ViolationRow {
  readonly id: string;
  readonly employeeId: string;
  /** The unit at the time of the act, whose result it lowers. */
  readonly unitId: string;
  readonly unitPath: string;
  readonly actFrom: string;
  readonly actTo: string | null;
  readonly discoveredOn: string;
  readonly relatedToDuty: boolean;
  readonly degradation: boolean;
  readonly countedYear: number | null;
}

export const violationById = batchById<ViolationRow>(
  'violationById',
  raw(`v.id, v.employee_id as "employeeId", v.unit_id as "unitId", u.path_text as "unitPath",
    v.act_from::text as "actFrom", v.act_to::text as "actTo", v.discovered_on::text as "discoveredOn",
    v.related_to_duty as "relatedToDuty", v.degradation, v.counted_year::int as "countedYear"`),
  raw('congvu.violation v join congvu.unit u on u.id = v.unit_id'),
  'v.id',
);
