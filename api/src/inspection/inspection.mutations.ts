import {
  cancelInspectionShape,
  cancelVisitShape,
  endInspectionShape,
  inspectionDayShape,
  issueConclusionShape,
  planVisitShape,
  recordImplementingShape,
  recordVisitShape,
  saveInspectionShape,
  setTeamShape,
} from '@congvu/schema/registers';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { REFUSALS } from '../error/domain-error.type.ts';
import { parsed } from '../mutation/change.ts';
import { loadOne } from '../sql/batch.ts';
import {
  CancelInspectionInput,
  CancelVisitInput,
  EndInspectionInput,
  IssueConclusionInput,
  PlanVisitInput,
  RecordImplementingInput,
  RecordVisitInput,
  SaveInspectionInput,
  SetTeamInput,
  StartInspectionInput,
} from './inspection.inputs.ts';
import {
  cancelInspection,
  endInspection,
  issueConclusion,
  recordImplementing,
  startInspection,
} from './inspection.service.ts';
import { type InspectionRow, inspectionById } from './inspection.store.ts';
import { InspectionRef } from './inspection.type.ts';
import { saveInspection, setTeam } from './save-inspection.service.ts';
import { cancelVisit, planVisit, recordVisit } from './visit.service.ts';
import { type VisitRow, visitById } from './visit.store.ts';
import { VisitRef } from './visit.type.ts';

async function changed(context: Context, id: Promise<string>): Promise<InspectionRow> {
  const inspection = await loadOne(context, inspectionById, await id);
  if (inspection === null) throw new Error('An inspection was changed that may not be seen.');
  return inspection;
}

async function changedVisit(context: Context, id: Promise<string>): Promise<VisitRow> {
  const visit = await loadOne(context, visitById, await id);
  if (visit === null) throw new Error('A visit was changed that may not be seen.');
  return visit;
}

const options = { authScopes: { acts: 'INSPECTION_MANAGE' as const }, errors: { types: REFUSALS } };

builder.mutationFields((t) => ({
  saveInspection: t.field({
    ...options,
    type: InspectionRef,
    description: 'An inspection is planned, or changed before it begins.',
    args: { input: t.arg({ type: SaveInspectionInput, description: 'The inspection.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, saveInspection(context, parsed(saveInspectionShape, input))),
  }),
  setTeam: t.field({
    ...options,
    type: InspectionRef,
    description: 'Names the team by its decision, as a whole.',
    args: { input: t.arg({ type: SetTeamInput, description: 'The team.' }) },
    resolve: (_root, { input }, context) => changed(context, setTeam(context, parsed(setTeamShape, input))),
  }),
  startInspection: t.field({
    ...options,
    type: InspectionRef,
    description: 'The inspection begins; it needs a team named by a decision.',
    args: { input: t.arg({ type: StartInspectionInput, description: 'Its first day.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, startInspection(context, parsed(inspectionDayShape, input))),
  }),
  endInspection: t.field({
    ...options,
    type: InspectionRef,
    description: 'The team’s work ends.',
    args: { input: t.arg({ type: EndInspectionInput, description: 'Its last day.' }) },
    resolve: (_root, { input }, context) => changed(context, endInspection(context, parsed(endInspectionShape, input))),
  }),
  issueConclusion: t.field({
    ...options,
    type: InspectionRef,
    description: 'The conclusion is issued.',
    args: { input: t.arg({ type: IssueConclusionInput, description: 'The conclusion.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, issueConclusion(context, parsed(issueConclusionShape, input))),
  }),
  recordImplementing: t.field({
    ...options,
    type: InspectionRef,
    description:
      'The document is recorded that orders what the conclusion asks for (Luật Thanh tra 84/2025/QH15 art. 53(1)).',
    args: { input: t.arg({ type: RecordImplementingInput, description: 'The document.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, recordImplementing(context, parsed(recordImplementingShape, input))),
  }),
  cancelInspection: t.field({
    ...options,
    type: InspectionRef,
    description: 'The inspection is not held; its planned visits end with it.',
    args: { input: t.arg({ type: CancelInspectionInput, description: 'Why.' }) },
    resolve: (_root, { input }, context) =>
      changed(context, cancelInspection(context, parsed(cancelInspectionShape, input))),
  }),
  planVisit: t.field({
    ...options,
    type: VisitRef,
    description:
      'Plans a visit to a unit. An unannounced one is told to nobody of the visited agency until it happens; nobody inspects the agency he works in.',
    args: { input: t.arg({ type: PlanVisitInput, description: 'The visit.' }) },
    resolve: (_root, { input }, context) => changedVisit(context, planVisit(context, parsed(planVisitShape, input))),
  }),
  recordVisit: t.field({
    ...options,
    type: VisitRef,
    description: 'The visit was made; from now on the unit sees it.',
    args: { input: t.arg({ type: RecordVisitInput, description: 'When.' }) },
    resolve: (_root, { input }, context) =>
      changedVisit(context, recordVisit(context, parsed(recordVisitShape, input))),
  }),
  cancelVisit: t.field({
    ...options,
    type: VisitRef,
    description: 'The visit is not made.',
    args: { input: t.arg({ type: CancelVisitInput, description: 'Why.' }) },
    resolve: (_root, { input }, context) =>
      changedVisit(context, cancelVisit(context, parsed(cancelVisitShape, input))),
  }),
}));
