-- Words of the registers: alone, because PostgreSQL uses no value in the transaction that adds it.
ALTER TYPE congvu.role ADD VALUE 'DATA_OFFICER';

ALTER TYPE congvu.permission ADD VALUE 'INSPECTION_READ';
ALTER TYPE congvu.permission ADD VALUE 'INSPECTION_MANAGE';
ALTER TYPE congvu.permission ADD VALUE 'FEEDBACK_MANAGE';
ALTER TYPE congvu.permission ADD VALUE 'REPORT_READ';
ALTER TYPE congvu.permission ADD VALUE 'PRIVACY_MANAGE';
ALTER TYPE congvu.permission ADD VALUE 'PARTY_READ';

-- In their place from light to heavy: the order of the type is the order of the forms of one body.
ALTER TYPE congvu.discipline_form ADD VALUE 'SALARY_REDUCTION' AFTER 'WARNING';
ALTER TYPE congvu.discipline_form ADD VALUE 'DEMOTION' AFTER 'SALARY_REDUCTION';
ALTER TYPE congvu.discipline_form ADD VALUE 'RECALL' AFTER 'DISMISSAL';

ALTER TYPE congvu.purpose ADD VALUE 'DISCIPLINE';
ALTER TYPE congvu.purpose ADD VALUE 'DATA_PROTECTION';

ALTER TYPE congvu.job_kind ADD VALUE 'IMPORT';
ALTER TYPE congvu.job_kind ADD VALUE 'RETENTION';
