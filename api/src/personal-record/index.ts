import './personal-record.type.ts';
