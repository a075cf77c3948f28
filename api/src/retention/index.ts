import './retention.mutations.ts';
import './retention.queries.ts';
import './retention.type.ts';
