import './simulation.queries.ts';
