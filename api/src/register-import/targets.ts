import type { ImportRegister } from '@congvu/schema/registers';
import { loadClocks } from '../discipline/violation-clock.ts';
import { loadRegisterTable, loadRegisterTables } from '../register-table/register-table.store.ts';
import { assignmentTarget } from './assignment-target.ts';
import { catalogueTarget } from './catalogue-target.ts';
import { commendationTarget } from './commendation-target.ts';
import { disciplineTarget } from './discipline-target.ts';
import { earlierLevelTarget } from './earlier-level-target.ts';
import { employeeTarget } from './employee-target.ts';
import { feedbackTarget } from './feedback-target.ts';
import type { BatchTarget, ImportSetting } from './import-target.ts';
import { initiativeTarget } from './initiative-target.ts';
import { planningTarget } from './planning-target.ts';
import { registerRows } from './register-rows.ts';
import { taskTarget } from './task-target.ts';
import { unitTarget } from './unit-target.ts';
import { unitYearTarget } from './unit-year-target.ts';

/** How each kind of file is taken in. */
export async function targetOf(register: ImportRegister, setting: ImportSetting): Promise<BatchTarget> {
  // Each takes records of its own kind alone, and is given no others: the job reads them by its register.
  return (await chooseTarget(register, setting)) as unknown as BatchTarget;
}

async function chooseTarget(register: ImportRegister, setting: ImportSetting) {
  const { context, isKept, recordedBy } = setting;
  switch (register) {
    case 'DISCIPLINE':
      return registerRows(context, await loadDiscipline(setting), isKept);
    case 'COMMENDATION':
      return registerRows(context, await loadCommendation(setting), isKept);
    case 'INITIATIVE':
      return registerRows(context, initiativeTarget(recordedBy), isKept);
    case 'FEEDBACK':
      return registerRows(context, feedbackTarget(recordedBy), isKept);
    case 'UNIT':
      return unitTarget(setting);
    case 'EMPLOYEE':
      return employeeTarget(setting);
    case 'ASSIGNMENT':
      return assignmentTarget(setting);
    case 'CATALOGUE':
      return catalogueTarget(setting);
    case 'TASK':
      return taskTarget(setting);
    case 'PLANNING':
      return planningTarget(setting);
    case 'UNIT_RESULT':
      return unitYearTarget(setting);
    case 'EARLIER_LEVEL':
      return earlierLevelTarget(setting);
  }
}

async function loadCommendation({ context, recordedBy }: ImportSetting) {
  const titles = await loadRegisterTables(context, 'COMMENDATION_TITLES');
  return commendationTarget((unitPath, on) => titles(unitPath, on).table, recordedBy);
}

async function loadDiscipline({ context, unit, recordedBy }: ImportSetting) {
  const forms = await loadRegisterTable(context, 'DISCIPLINE_FORMS', unit.path, context.today);
  const effects = await loadRegisterTable(context, 'DISCIPLINE_EFFECTS', unit.path, context.today);
  const windows = { table: effects.table, tableId: effects.id };
  const { table: today } = await loadRegisterTable(context, 'CLOCKS', unit.path, context.today);
  const clocks = { today, of: await loadClocks(context) };
  return disciplineTarget(forms.table, windows, clocks, recordedBy);
}
