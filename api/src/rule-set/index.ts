import './rule-set.mutations.ts';
import './rule-set.queries.ts';
import './rule-set.type.ts';
