import './round.inputs.ts';
import './round.mutations.ts';
import './round.queries.ts';
import './round.type.ts';
import './trace-record.type.ts';
