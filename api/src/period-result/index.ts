import './period-result.type.ts';
