import './absence/index.ts';
import './access/index.ts';
import './catalogue/index.ts';
import './charge/index.ts';
import './commendation/index.ts';
import './delegation/index.ts';
import './discipline/index.ts';
import './document/index.ts';
import './employee/index.ts';
import './error/index.ts';
import './job/index.ts';
import './limits/index.ts';
import './national-export/index.ts';
import './period-plan/index.ts';
import './period-sheet/index.ts';
import './ranking/index.ts';
import './rule-set/index.ts';
import './scalar/index.ts';
import './score/index.ts';
import './staff/index.ts';
import './task/index.ts';
import './token/index.ts';
import './unit/index.ts';
import './viewer/index.ts';
import './waiting/index.ts';
import { builder } from './builder.ts';

/** The built schema, with its names in order so that a change of one is a small difference. */
export const schema = builder.toSchema({ sortSchema: true });
