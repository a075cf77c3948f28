import './unit-result.mutations.ts';
import './unit-result.queries.ts';
import './unit-result.type.ts';
