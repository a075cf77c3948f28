import { builder } from '../builder.ts';

export const ORDER_DIRECTIONS = ['ASC', 'DESC'] as const;
export type OrderDirection = (typeof ORDER_DIRECTIONS)[number];

export const OrderDirectionEnum = builder.enumType('OrderDirection', {
  description: 'ASC: the first letter, the earliest, the lowest first. DESC: the other way round.',
  values: ORDER_DIRECTIONS,
});

/** What every list that can be turned round says of its argument. */
export const DIRECTION_DESCRIPTION = 'The order’s own direction unless stated.';

/** Whether a list runs from its end; an order's own direction holds where none is asked for. */
export function isDescending(asked: OrderDirection | null | undefined, byItself: boolean): boolean {
  return asked === null || asked === undefined ? byItself : asked === 'DESC';
}
