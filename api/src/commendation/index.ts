import './commendation.mutations.ts';
import './commendation.queries.ts';
import './commendation.type.ts';
