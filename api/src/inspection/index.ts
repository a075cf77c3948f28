import './inspection.mutations.ts';
import './inspection.queries.ts';
import './inspection.type.ts';
import './rotation.queries.ts';
import './visit.type.ts';
