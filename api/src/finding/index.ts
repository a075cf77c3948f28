import './finding.queries.ts';
import './finding.type.ts';
