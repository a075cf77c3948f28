import './coordination.mutations.ts';
import './coordination.queries.ts';
import './coordination.type.ts';
