import './employee.queries.ts';
import './employee.type.ts';
import './identify.queries.ts';
import './post.type.ts';
