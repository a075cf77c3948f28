import './round.queries.ts';
import './round.type.ts';
