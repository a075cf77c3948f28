import './sign.type.ts';
import './signs.queries.ts';
