import './catalogue.mutations.ts';
import './certainty.type.ts';
import './product.queries.ts';
import './product.type.ts';
import './proposal.type.ts';
