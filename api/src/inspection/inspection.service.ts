import { conclusionClock, implementingClock } from '@congvu/schema/calendar';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import type {
  CancelInspection,
  EndInspection,
  InspectionDay,
  IssueConclusion,
  RecordImplementing,
} from '@congvu/schema/registers';
import type { Context } from '../context.ts';
import { wrongState } from '../error/refusals.ts';
import { loadRegisterTable } from '../register-table/register-table.store.ts';
import { assertPast } from '../task/assignable.ts';
import { toDateColumn } from '../task/task-change.store.ts';
import { getUnit } from '../unit/unit.store.ts';
import type { InspectionRow } from './inspection.store.ts';
import { assertNotBefore, findManaged, takeStep } from './inspection-change.ts';

// Every step answers the inspection's id. Errors of all: NOT_FOUND, FORBIDDEN, STALE_REVISION, WRONG_STATE; a day to come and
// one before the step it follows are OUT_OF_RANGE.

/** The team begins its work; without a decision on the team it cannot (WRONG_STATE, NO_TEAM). */
export async function startInspection(context: Context, input: InspectionDay): Promise<string> {
  const inspection = await findManaged(context, input.inspection);
  assertPast(context, '/on', input.on);
  assertNotBefore('/on', input.on, inspection.decidedOn);
  if (inspection.state === 'PLANNED' && inspection.decisionNumber === null) throw wrongState('NO_TEAM');
  return takeStep(context, input, inspection, {
    mutation: 'startInspection',
    action: 'START',
    data: { state: 'RUNNING', startedOn: toDateColumn(input.on) },
    payload: { on: input.on },
  });
}

/** The team ends its work. The draft of a formal inspection's conclusion, once it came in, begins the clock of the conclusion. */
export async function endInspection(context: Context, input: EndInspection): Promise<string> {
  const inspection = await findManaged(context, input.inspection);
  const { on, draftReceivedOn } = input;
  assertPast(context, '/on', on);
  assertNotBefore('/on', on, inspection.startedOn);
  if (draftReceivedOn !== null) {
    assertPast(context, '/draftReceivedOn', draftReceivedOn);
    assertNotBefore('/draftReceivedOn', draftReceivedOn, inspection.startedOn);
  }
  return takeStep(context, input, inspection, {
    mutation: 'endInspection',
    action: 'END',
    data: { state: 'ENDED', endedOn: toDateColumn(on), ...(await conclusionDue(context, inspection, draftReceivedOn)) },
    payload: { on, draftReceivedOn },
  });
}

/** The conclusion is issued. The day on which who has to carry it out received it begins the next clock. */
export async function issueConclusion(context: Context, input: IssueConclusion): Promise<string> {
  const inspection = await findManaged(context, input.inspection);
  const { number, on, draftReceivedOn, receivedOn } = input;
  assertPast(context, '/on', on);
  assertNotBefore('/on', on, inspection.endedOn);
  if (receivedOn !== null) assertPast(context, '/receivedOn', receivedOn);
  if (draftReceivedOn !== null) assertNotBefore('/draftReceivedOn', draftReceivedOn, inspection.startedOn);
  return takeStep(context, input, inspection, {
    mutation: 'issueConclusion',
    action: 'CONCLUDE',
    data: {
      state: 'CONCLUDED',
      conclusionNumber: number,
      concludedOn: toDateColumn(on),
      ...(await conclusionDue(context, inspection, draftReceivedOn)),
      ...(await implementingDue(context, inspection, receivedOn)),
    },
    payload: { number, on, draftReceivedOn, receivedOn },
  });
}

/** The document that orders what the conclusion asks for; the inspection is closed, its recommendations run on. */
export async function recordImplementing(context: Context, input: RecordImplementing): Promise<string> {
  const inspection = await findManaged(context, input.inspection);
  const { document, on } = input;
  assertPast(context, '/on', on);
  assertNotBefore('/on', on, inspection.concludedOn);
  return takeStep(context, input, inspection, {
    mutation: 'recordImplementing',
    action: 'RECORD_IMPLEMENTING',
    data: { state: 'CLOSED', implementingDocument: document, implementedOn: toDateColumn(on) },
    payload: { document, on },
  });
}

/** An inspection that is not held; its planned visits end with it. */
export async function cancelInspection(context: Context, input: CancelInspection): Promise<string> {
  const inspection = await findManaged(context, input.inspection);
  return takeStep(context, input, inspection, {
    mutation: 'cancelInspection',
    action: 'CANCEL',
    data: { state: 'CANCELLED', cancelReason: input.reason },
    // Not the reason: it may name who was to be visited.
    payload: { state: 'CANCELLED' },
    also: async (tx) => {
      await tx.inspectionVisit.updateMany({
        where: { inspectionId: inspection.id, state: 'PLANNED' },
        data: { state: 'CANCELLED', cancelReason: input.reason, revision: { increment: 1 } },
      });
    },
  });
}

/** The clocks of the unit that holds the inspection, on the day they begin. */
async function clocksOn(context: Context, { unitId }: InspectionRow, day: LocalDate) {
  const { pathText } = await getUnit(context, unitId);
  return (await loadRegisterTable(context, 'CLOCKS', pathText, day)).table;
}

/** No law sets a clock for a check of public duty. Source: Luật Thanh tra 84/2025/QH15. */
async function conclusionDue(context: Context, inspection: InspectionRow, draftReceivedOn: LocalDate | null) {
  if (draftReceivedOn === null) return {};
  const draft = { draftReceivedOn: toDateColumn(draftReceivedOn) };
  if (inspection.kind !== 'INSPECTION') return draft;
  const table = await clocksOn(context, inspection, draftReceivedOn);
  const { lastDay } = conclusionClock(draftReceivedOn, inspection.byGovernment, table);
  return { ...draft, conclusionDueOn: toDateColumn(lastDay) };
}

/** Source: Luật Thanh tra 84/2025/QH15 art. 53(1). */
async function implementingDue(context: Context, inspection: InspectionRow, receivedOn: LocalDate | null) {
  if (receivedOn === null) return {};
  const received = { conclusionReceivedOn: toDateColumn(receivedOn) };
  if (inspection.kind !== 'INSPECTION') return received;
  const table = await clocksOn(context, inspection, receivedOn);
  const { lastDay } = implementingClock(receivedOn, inspection.byGovernment, table);
  return { ...received, implementingDueOn: toDateColumn(lastDay) };
}
