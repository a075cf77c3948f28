import './discipline.queries.ts';
import './discipline.type.ts';
