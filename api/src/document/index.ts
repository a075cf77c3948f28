import './document-tasks.queries.ts';
import './document.type.ts';
