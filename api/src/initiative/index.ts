import './initiative.mutations.ts';
import './initiative.queries.ts';
import './initiative.type.ts';
