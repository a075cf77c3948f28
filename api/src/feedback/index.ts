import './feedback.queries.ts';
import './feedback.type.ts';
