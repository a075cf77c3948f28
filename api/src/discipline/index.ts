import './block.type.ts';
import './discipline.mutations.ts';
import './discipline.queries.ts';
import './discipline.type.ts';
import './violation.mutations.ts';
import './violation.type.ts';
