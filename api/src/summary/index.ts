import './summary.mutations.ts';
import './summary.queries.ts';
import './summary.type.ts';
