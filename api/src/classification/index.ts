import './classification.inputs.ts';
import './classification.mutations.ts';
import './classification.queries.ts';
import './classification.type.ts';
import './classification-parts.type.ts';
import './published-level.queries.ts';
