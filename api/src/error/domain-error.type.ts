import { ERROR_CODES, type FieldError } from '@congvu/schema/errors';
import { describeError } from '@congvu/schema/texts';
import { builder } from '../builder.ts';
import {
  IdempotencyConflictError,
  InvalidInputError,
  PeriodClosedError,
  type Refusal,
  StaleRevisionError,
  UnitClosedError,
  WrongStateError,
} from './refusals.ts';

const ErrorCodeEnum = builder.enumType('ErrorCode', {
  description: 'Every error there is. A code is stable and never reused; clients take the text they show from it.',
  values: ERROR_CODES,
});

export const DomainErrorRef = builder.interfaceRef<Refusal>('DomainError').implement({
  description: 'What a business rule refuses; nothing was changed.',
  fields: (t) => ({
    code: t.field({
      type: ErrorCodeEnum,
      description: 'The stable code.',
      resolve: (refusal) => refusal.error.code,
    }),
    message: t.string({
      description: 'A sentence for a log, in the language of Accept-Language.',
      resolve: (refusal, _args, context) => describeError(refusal.error, context.locale),
    }),
  }),
});

export const FieldErrorRef = builder.objectRef<FieldError>('FieldError').implement({
  description: 'One bad field of an input.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'JSON pointer into the input, e.g. "/criteria/3/points".' }),
    code: t.field({ type: ErrorCodeEnum, description: 'What is wrong with it.', resolve: (field) => field.error.code }),
    message: t.string({
      description: 'A sentence in the language of Accept-Language.',
      resolve: (field, _args, context) => describeError(field.error, context.locale),
    }),
  }),
});

builder.objectType(InvalidInputError, {
  name: 'InvalidInputError',
  description: 'Fields of the input are not valid.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    fields: t.field({
      type: [FieldErrorRef],
      description: 'Each bad field.',
      resolve: (refusal) => [...refusal.error.payload.fields],
    }),
  }),
});

builder.objectType(StaleRevisionError, {
  name: 'StaleRevisionError',
  description: 'Somebody else changed the object since it was read. Load it again and decide.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    expected: t.int({
      description: 'The revision the input named.',
      resolve: (refusal) => refusal.error.payload.expected,
    }),
    actual: t.int({ description: 'The present revision.', resolve: (refusal) => refusal.error.payload.actual }),
  }),
});

builder.objectType(IdempotencyConflictError, {
  name: 'IdempotencyConflictError',
  description: 'This idempotency key was used before with another input.',
  interfaces: [DomainErrorRef],
});

builder.objectType(PeriodClosedError, {
  name: 'PeriodClosedError',
  description: 'The period is closed; nothing of it changes.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    period: t.field({
      type: 'Period',
      description: 'The closed period.',
      resolve: (refusal) => refusal.error.payload.period,
    }),
  }),
});

builder.objectType(WrongStateError, {
  name: 'WrongStateError',
  description: 'The object is in a state that does not allow the act.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    state: t.string({ description: 'The present state.', resolve: (refusal) => refusal.error.payload.state }),
  }),
});

builder.objectType(UnitClosedError, {
  name: 'UnitClosedError',
  description: 'The unit no longer exists.',
  interfaces: [DomainErrorRef],
  fields: (t) => ({
    unit: t.string({ description: 'Code of the unit.', resolve: (refusal) => refusal.error.payload.unit }),
    closedOn: t.field({
      type: 'LocalDate',
      description: 'Its last day.',
      resolve: (refusal) => refusal.error.payload.closedOn,
    }),
  }),
});

/** What any mutation may meet: its input, its key, and the state of what it changes. */
export const REFUSALS = [
  InvalidInputError,
  IdempotencyConflictError,
  StaleRevisionError,
  PeriodClosedError,
  WrongStateError,
  UnitClosedError,
];
