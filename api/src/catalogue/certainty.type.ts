import { CERTAINTIES } from '@congvu/schema/scoring';
import { builder } from '../builder.ts';

export const CertaintyEnum = builder.enumType('Certainty', {
  description:
    'How sure a rule or figure is: read in the law’s text; read in a published secondary source; seen as an agency’s practice; recalled; or only assumed. Screens show the last two as unconfirmed.',
  values: CERTAINTIES,
});
