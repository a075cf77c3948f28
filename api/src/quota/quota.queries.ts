import { liveQuota, type QuotaReading, type QuotaStanding } from '@congvu/schema/classification';
import { domainError } from '@congvu/schema/errors';
import { kindOf, lastDay } from '@congvu/schema/primitives/period';
import type { RuleSet } from '@congvu/schema/scoring';
import { builder } from '../builder.ts';
import { agencyOfUnit } from '../classification/agency.store.ts';
import { type RoundRow, roundOfAgency } from '../classification-round/round.store.ts';
import { QuotaBasisEnum } from '../classification-round/round.type.ts';
import { requestError } from '../error/request-error.ts';
import { assertVisible, filterUnit, periodArgument } from '../query-arguments.ts';
import { findRuleSetInForce } from '../rule-set/rule-set.store.ts';
import { loadOne } from '../sql/batch.ts';
import type { UnitRow } from '../unit/unit.store.ts';
import { UnitRef, WorkGroupRef } from '../unit/unit.type.ts';
import {
  type OwnCount,
  ownCountOfMonth,
  ownCountOfYear,
  type QuotaFigures,
  quotaOfMonth,
  quotaOfYear,
} from './quota.store.ts';

interface QuotaView {
  readonly agency: UnitRow;
  readonly period: string;
  readonly reading: QuotaReading;
  readonly figures: readonly QuotaFigures[];
  readonly own: OwnCount | null;
}

const QuotaFigureRef = builder.objectRef<QuotaFigures>('QuotaFigure').implement({
  description: 'How many are OUTSTANDING and how many may be, in one group or in the whole agency.',
  fields: (t) => ({
    group: t.field({
      type: WorkGroupRef,
      nullable: true,
      description: 'The group; null for the whole agency.',
      resolve: ({ group, groupName }) => (group === null ? null : { code: group, name: groupName ?? group }),
    }),
    members: t.exposeInt('members', { description: 'People in it.' }),
    pool: t.exposeInt('pool', { description: 'Those OUTSTANDING or GOOD, of whom the quota is counted.' }),
    limit: t.exposeInt('limit', { description: 'The most who may be OUTSTANDING.' }),
    proposed: t.exposeInt('proposed', {
      description: 'OUTSTANDING as proposed; of a month by score, provisional sheets included.',
    }),
    decided: t.exposeInt('decided', { description: 'OUTSTANDING as decided; of a month on confirmed sheets.' }),
  }),
});

const QuotaStandingRef = builder.objectRef<QuotaStanding>('QuotaStanding').implement({
  description: 'How the quota would stand if one more person were OUTSTANDING.',
  fields: (t) => ({
    pool: t.exposeInt('pool', { description: 'The pool with him.' }),
    limit: t.exposeInt('limit', { description: 'The most who may be OUTSTANDING then.' }),
    outstanding: t.exposeInt('outstanding', { description: 'The others who are.' }),
    place: t.exposeInt('place', { description: 'He would be number this.' }),
    isExceeded: t.exposeBoolean('isExceeded', { description: 'Whether that is above the limit.' }),
  }),
});

interface PersonInQuota {
  readonly group: QuotaStanding | null;
  readonly agency: QuotaStanding;
  readonly isExceeded: boolean;
}

const PersonInQuotaRef = builder.objectRef<PersonInQuota>('PersonInQuota').implement({
  description: 'Where a person would stand in the quota if he were OUTSTANDING.',
  fields: (t) => ({
    group: t.expose('group', { type: QuotaStandingRef, nullable: true, description: 'In his group of similar work.' }),
    agency: t.expose('agency', { type: QuotaStandingRef, description: 'In the agency.' }),
    isExceeded: t.exposeBoolean('isExceeded', { description: 'Whether either limit would be exceeded.' }),
  }),
});

const QuotaRef = builder.objectRef<QuotaView>('Quota').implement({
  description:
    'The quota of OUTSTANDING as it stands (Nghị định 335/2025/NĐ-CP art. 20(5)). Of a month it only shows where the year points.',
  fields: (t) => ({
    agency: t.expose('agency', { type: UnitRef, description: 'The agency whose quota it is.' }),
    period: t.field({ type: 'Period', description: 'A month or a year.', resolve: ({ period }) => period }),
    ratePercent: t.int({ description: '20 or 25.', resolve: ({ reading }) => reading.ratePercent }),
    basis: t.field({
      type: QuotaBasisEnum,
      description: 'Of what it is a percentage.',
      resolve: ({ reading }) => reading.basis,
    }),
    total: t.field({
      type: QuotaFigureRef,
      nullable: true,
      description: 'The whole agency; null where there is nobody, or one may not know.',
      resolve: ({ figures }) => figures.find(({ group }) => group === null) ?? null,
    }),
    groups: t.field({
      type: [QuotaFigureRef],
      description: 'Each group of similar work.',
      resolve: ({ figures }) => figures.filter(({ group }) => group !== null),
    }),
    person: t.field({
      type: PersonInQuotaRef,
      nullable: true,
      description: 'The person named by the argument; null where none was, one may not see him, or he stands outside.',
      resolve: personIn,
    }),
  }),
});

/** The others are everybody but him, so his own present level does not count. */
function personIn({ figures, own, reading }: QuotaView): PersonInQuota | null {
  if (own === null || (own.headOfAgency && !reading.includeHead)) return null;
  const isOutstanding = own.level === 'OUTSTANDING';
  const others = (group: string | null) => {
    const found = figures.find((each) => each.group === group);
    return {
      pool: (found?.pool ?? 0) - (isOutstanding || own.level === 'GOOD' ? 1 : 0),
      outstanding: Math.max(found?.proposed ?? 0, found?.decided ?? 0) - (isOutstanding ? 1 : 0),
    };
  };
  return liveQuota(reading, { group: others(own.group), agency: others(null) });
}

function readingOf(round: RoundRow | null, rules: RuleSet): QuotaReading {
  const { quota } = rules.year;
  return {
    ratePercent: round?.ratePercent ?? quota.ratePercent.value,
    basis: round?.quotaBasis ?? quota.basis.value,
    minOne: round?.quotaMinOne ?? quota.minOne.value,
    includeHead: round?.quotaIncludeHead ?? quota.includeHead.value,
    perGroup: quota.perGroup.value,
  };
}

builder.queryField('quota', (t) =>
  t.field({
    type: QuotaRef,
    description:
      'The live quota of a unit’s agency: of a year from its round, of a month from the sheets. Figures without names, for who scores or classifies there.',
    authScopes: { signedIn: true },
    args: {
      unit: t.arg.string({ description: 'Code of a unit; its agency is meant.' }),
      period: t.arg({ type: 'Period', description: 'A month or a year.' }),
      employee: t.arg.string({ required: false, description: 'Staff code of whom `person` is about.' }),
    },
    resolve: async (_root, args, context) => {
      const period = periodArgument(args.period, context);
      const kind = kindOf(period);
      const unit = assertVisible(await filterUnit(args.unit, context), context);
      const rules = await findRuleSetInForce(context, 'CIVIL_SERVANT', unit.id, lastDay(period));
      if (kind === 'QUARTER' || rules?.kind !== 'PERSON') {
        throw requestError(domainError('NOT_A_PERIOD', { given: period }), context.locale);
      }
      const agency = assertVisible(await loadOne(context, agencyOfUnit, unit.id), context);
      const year = Number(period.slice(0, 4));
      const code = args.employee ?? null;
      const isYear = kind === 'YEAR';
      const [round, figures, own] = await Promise.all([
        loadOne(context, roundOfAgency(year), agency.id),
        isYear ? quotaOfYear(context, agency.id, year) : quotaOfMonth(context, unit.id, period),
        code === null
          ? null
          : isYear
            ? ownCountOfYear(context, agency.id, year, code)
            : ownCountOfMonth(context, agency.id, period, code),
      ]);
      if (own !== null) context.access.note('classification', own.employeeId);
      return { agency, period, reading: readingOf(round, rules), figures, own };
    },
  }),
);
