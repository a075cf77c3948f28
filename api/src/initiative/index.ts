import './initiative.queries.ts';
import './initiative.type.ts';
