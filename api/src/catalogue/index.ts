import './certainty.type.ts';
import './product.queries.ts';
import './product.type.ts';
