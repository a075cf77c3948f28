import './ranking-row.type.ts';
import './ranking.queries.ts';
