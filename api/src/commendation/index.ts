import './commendation.queries.ts';
import './commendation.type.ts';
