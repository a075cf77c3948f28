import './webhook.mutations.ts';
import './webhook.queries.ts';
