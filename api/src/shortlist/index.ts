import './shortlist.queries.ts';
import './shortlist.type.ts';
