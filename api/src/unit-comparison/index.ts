import './unit-comparison.queries.ts';
import './unit-comparison.type.ts';
