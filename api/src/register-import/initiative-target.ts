import { randomUUID } from 'node:crypto';
import { domainError } from '@congvu/schema/errors';
import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { ok } from '@congvu/schema/primitives/result';
import { type ImportTarget, toJson } from './import-target.ts';
import { findFuture, findUnitOf, problem } from './row-problem.ts';

/** Initiatives with their authors, the first of whom is the main one; recognised where the row says by which decision. */
export function initiativeTarget(recordedBy: {
  readonly id: string;
  readonly name: string;
}): ImportTarget<'INITIATIVE'> {
  return {
    register: 'INITIATIVE',
    people: ({ authors, year }) => authors.map((code) => ({ code, on: lastDayOf(year) })),
    units: ({ unit }) => [unit],
    plan: (record, line, found) => {
      const on = lastDayOf(record.year);
      const unit = findUnitOf(found, record.unit, null, { on, path: '/year' });
      if (!unit.ok) return unit;
      const authors: string[] = [];
      for (const code of record.authors) {
        const person = found.person({ code, on });
        if (person === null) return problem('/authors', domainError('EMPLOYEE_UNKNOWN', { employee: code }));
        if (person.id === found.self) return problem('/authors', domainError('FORBIDDEN', { permission: null }));
        authors.push(person.id);
      }
      const future = findFuture(found, { recognisedOn: record.recognisedOn });
      if (future !== null) return future;
      return ok({
        line,
        id: randomUUID(),
        number: record.code,
        row: {
          code: record.code,
          title: record.title,
          summary: record.summary,
          unit_id: unit.value.id,
          year: record.year,
          kind: record.kind,
          level: record.level,
          influence: record.influence,
          applied: record.applied,
          state: record.recognisedOn === null ? 'PROPOSED' : 'RECOGNISED',
          decision_number: record.decisionNumber,
          recognised_on: record.recognisedOn,
          authors,
          recorded_by_id: recordedBy.id,
          recorded_by_name: recordedBy.name,
        },
      });
    },
    keyOf: ({ number }) => number ?? '',
    keyPath: '/code',
    findKnown: (tx, planned) => tx.$queryRaw`
      select i.code as key, i.code as number from congvu.initiative i
      where i.code = any(${planned.map(({ number }) => number ?? '')}::text[])`,
    insert: async (tx, planned) => {
      const rows = toJson(planned);
      await tx.$executeRaw`
        insert into congvu.initiative (id, code, title, summary, unit_id, year, kind, level, influence, applied, state,
          decision_number, recognised_on, recorded_by_id, recorded_by_name)
        select g.id, g.code, g.title, g.summary, g.unit_id, g.year, g.kind, g.level, g.influence, g.applied, g.state,
          g.decision_number, g.recognised_on, g.recorded_by_id, g.recorded_by_name
        from jsonb_to_recordset(${rows}::jsonb) g (id uuid, code text, title text, summary text, unit_id uuid, year smallint,
          kind congvu.initiative_kind, level congvu.initiative_level, influence congvu.initiative_influence, applied boolean,
          state congvu.initiative_state, decision_number text, recognised_on date, recorded_by_id uuid,
          recorded_by_name text)`;
      await tx.$executeRaw`
        insert into congvu.initiative_author (initiative_id, employee_id, main)
        select g.id, a.author::uuid, a.place = 1
        from jsonb_to_recordset(${rows}::jsonb) g (id uuid, authors jsonb)
        cross join lateral jsonb_array_elements_text(g.authors) with ordinality a (author, place)`;
    },
  };
}

function lastDayOf(year: number): LocalDate {
  // Four digits by the shape.
  return `${year}-12-31` as LocalDate;
}
