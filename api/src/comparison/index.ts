import './comparison.queries.ts';
import './comparison.type.ts';
