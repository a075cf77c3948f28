import './preview.queries.ts';
import './score.type.ts';
