import './coordination.queries.ts';
import './coordination.type.ts';
