import './evidence.queries.ts';
import './evidence.type.ts';
