import './comparable-group.queries.ts';
import './comparable-group.type.ts';
import './rule-set-family.type.ts';
