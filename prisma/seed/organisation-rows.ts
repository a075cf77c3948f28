import { exampleCatalogue } from '@congvu/schema/catalogue';
import { toSearchKey, toSortKey } from '@congvu/schema/person-name';
import { addDays } from '@congvu/schema/primitives/local-date';
import { rowId } from './load/row-id.ts';
import type { Tables } from './load/tables.ts';
import { demonstrationGroups } from './people.ts';
import type { Transfer } from './played-year.ts';
import { roster, unitId } from './roster.ts';
import { ruleSet } from './sheet-rows.ts';
import { demonstrationUnits } from './units.ts';

/** The day on which the two-tier local government began; every unit and assignment of the seed dates from it or earlier. */
const since = '2025-07-01';

/** Units, groups, people and their assignments, of who moved two. `earliest` is the first day of the seed's first month. */
export function writeOrganisation(tables: Tables, earliest: string, transfer: Transfer | null): void {
  const validFrom = earliest < since ? earliest : since;
  for (const unit of demonstrationUnits) {
    tables.units.add({
      id: unitId(unit.code),
      code: unit.code,
      name: unit.name,
      short_name: unit.shortName,
      level: unit.level,
      kind: unit.level === 1 ? 'MANAGING_AGENCY' : unit.level === 2 ? 'USING_AGENCY' : 'DIRECT_UNIT',
      // A code's groups are the levels, so the code is the path.
      path: unit.code,
      parent_id: unit.parent === null ? null : unitId(unit.parent),
      valid_from: validFrom,
    });
  }
  for (const { code, name, unitCode } of demonstrationGroups) {
    tables.groups.add({ code, name, unit_id: unitId(unitCode) });
  }
  roster.forEach((member, index) => {
    const { person, employeeId, unitId: unit, userId, role } = member;
    tables.employees.add({
      id: employeeId,
      code: person.code,
      name: person.name,
      search_key: toSearchKey(person.name),
      sort_key: toSortKey(person.name),
      user_name: person.userName,
      email: person.email,
    });
    tables.assignments.add({
      id: rowId('assignment', index + 1),
      employee_id: employeeId,
      unit_id: unit,
      post: person.post,
      title: person.title,
      group_code: person.groupCode,
      subject_type: person.subjectType,
      role,
      rule_set: ruleSet.code,
      valid_from: validFrom,
      valid_to: member === transfer?.before ? transfer.lastDay : null,
    });
    tables.users.add({
      id: userId,
      issuer: 'embedded',
      // Opaque to the provider, unlike the user name, which may change.
      subject: userId,
      employee_id: employeeId,
      user_name: person.userName,
      display_name: person.name,
    });
  });
  if (transfer !== null) writeTransfer(tables, transfer);
}

/** Where somebody went in mid-year. */
function writeTransfer(tables: Tables, { after, lastDay }: Transfer): void {
  tables.assignments.add({
    id: rowId('assignment', roster.length + 1),
    employee_id: after.employeeId,
    unit_id: after.unitId,
    post: after.person.post,
    title: after.person.title,
    group_code: after.person.groupCode,
    subject_type: after.person.subjectType,
    role: after.role,
    rule_set: ruleSet.code,
    valid_from: addDays(lastDay, 1),
    valid_to: null,
  });
}

/** The default catalogue of @congvu/schema, valid from the seed's first month so that its tasks can rest on it. */
export function writeCatalogue(
  tables: Tables,
  earliest: string,
): { id: string; productIds: ReadonlyMap<string, string> } {
  const id = rowId('catalogue', 1);
  const { source, products, standardProduct } = exampleCatalogue;
  const standard = products.find((product) => product.code === standardProduct);
  if (standard === undefined) throw new Error('the catalogue has no standard product');
  tables.catalogues.add({
    id,
    code: exampleCatalogue.code,
    name: exampleCatalogue.name.vi,
    decision_number: source.instrument,
    decided_on: source.effectiveFrom,
    valid_from: earliest,
    standard_points: String(standard.points),
    certainty: source.certainty,
  });
  const productIds = new Map(products.map((product, index) => [product.code, rowId('product', index + 1)]));
  products.forEach((product, index) => {
    tables.products.add({
      id: rowId('product', index + 1),
      catalogue_id: id,
      code: product.code,
      name: product.name.vi,
      search_key: toSearchKey(product.name.vi),
      complexity_group: product.group,
      points: String(product.points),
      coefficient_numerator: product.coefficient.numerator,
      coefficient_denominator: product.coefficient.denominator,
      unit_of_work: product.unitOfWork.vi,
      certainty: product.source.certainty,
    });
  });
  return { id, productIds };
}
