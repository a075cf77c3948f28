import './ranking.queries.ts';
import './ranking.type.ts';
import './ranking-row.type.ts';
