import { floorValue, type Sign, type SignState, signsOf } from '@congvu/schema/calibration';
import type { Context } from '../context.ts';
import { loadRegisterTable } from '../register-table/register-table.store.ts';
import { pageOfArray } from '../sql/array-page.ts';
import type { Page, PageArguments } from '../sql/page.ts';
import type { UnitRow } from '../unit/unit.store.ts';
import { findManagerFigures, findSplits } from './sign.store.ts';

/** Of managers what calls for a look comes first. */
const ORDER: readonly SignState[] = ['SIGN', 'NONE', 'NOT_ENOUGH_DATA'];

/**
 * Signs of a unit with all below it and a month or year, by the floors in force there today: those of managers, whatever they came
 * to, then the products that were split. A product that is no sign is left out: an office has thousands of these.
 */
export async function listSigns(
  context: Context,
  unit: Pick<UnitRow, 'id' | 'pathText'>,
  period: string,
  args: PageArguments,
): Promise<Page<Sign>> {
  const { table } = await loadRegisterTable(context, 'SIGN_FLOORS', unit.pathText, context.today);
  const [managers, splits] = await Promise.all([
    findManagerFigures(context, unit.id, period),
    findSplits(context, unit.id, period, floorValue(table, 'SPLIT_SHARE')),
  ]);
  const signs = signsOf({ managers, splits }, table);
  const [ofManagers, ofProducts] = [
    signs.filter(({ manager }) => manager !== null),
    signs.filter(({ product }) => product !== null),
  ];
  const sorted = [
    ...ORDER.flatMap((state) => ofManagers.filter((sign) => sign.state === state)),
    ...ofProducts.filter(({ state }) => state === 'SIGN'),
  ];
  return pageOfArray(context, sorted, args, ['signs', unit.id, period]);
}
