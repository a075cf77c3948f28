import './finding.mutations.ts';
import './finding.queries.ts';
import './finding.type.ts';
