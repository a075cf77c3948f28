import './unit.queries.ts';
import './unit.type.ts';
