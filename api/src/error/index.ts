import './domain-error.type.ts';
