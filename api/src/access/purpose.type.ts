import { builder } from '../builder.ts';
import { PURPOSES } from './purpose.ts';

export const PurposeEnum = builder.enumType('Purpose', {
  description: 'Why a record is read (Nghị định 356/2025/NĐ-CP, purpose limitation). Stated in the header x-purpose.',
  values: PURPOSES,
});
