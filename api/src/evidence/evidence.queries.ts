import { builder } from '../builder.ts';
import { PeriodSheetRef } from '../period-sheet/sheet.type.ts';
import { loadOne } from '../sql/batch.ts';
import { UnitResultRef } from '../unit-result/unit-result.type.ts';
import { listEvidenceOfSheet } from './evidence.store.ts';
import { EvidenceConnection, UnitEvidenceRef } from './evidence.type.ts';
import { evidenceByUnitResult } from './unit-evidence.store.ts';

builder.objectField(PeriodSheetRef, 'evidence', (t) =>
  t.field({
    type: EvidenceConnection,
    description:
      'What the registers hold of the person in the period, as far as one may see it, the newest first. A denunciation never is.',
    record: { kind: 'inspection', of: (sheet) => sheet.employeeId },
    args: t.arg.connectionArgs(),
    resolve: ({ id }, args, context) => listEvidenceOfSheet(context, id, args),
  }),
);

builder.objectField(UnitResultRef, 'evidence', (t) =>
  t.field({
    type: [UnitEvidenceRef],
    description:
      'What the registers hold of the unit’s year, as far as one may see it, the newest first: at most 50 of each kind.',
    resolve: async ({ id }, _args, context) => [...((await loadOne(context, evidenceByUnitResult, id)) ?? [])],
  }),
);
