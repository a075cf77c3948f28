/** A list of one's own record: where it hangs and what of each row is told. All of it, but for what only programs need. */
export interface OwnList {
  readonly of: 'employee' | 'record';
  readonly name: string;
  readonly fields: string;
}

/** What is told at once. */
export const OWN_HEAD = `query OwnData { viewer { displayName userName record { heldBackNote employee {
  code name userName email
  assignments { unit { code name } post title group { code name } subjectType role ruleSet validFrom validTo }
  absences { kind from to document recordedBy recordedAt revokedAt }
  classifications { year revision current unit { code name } state workedMonths meanDisplay mean selfLevel selfNote scoreLevel
    partyOpinion { body opinion givenOn } synthesis concludedDegradation concludedCorruption concludedDocument
    months { period display note { kind } } decision { level notClassified number decidedOn decidedBy reason handling }
    petitions { content filedAt state outcome resolution resolvedBy } }
  restrictions { scope from liftedOn recordedBy } } } } }`;

/** Every list, read to its end. */
export const OWN_LISTS: readonly OwnList[] = [
  {
    of: 'employee',
    name: 'periodSheets',
    fields: `period unit { code name } state revision general selfGeneral score { display total level provisional }
      criteria { code selfPoints confirmedPoints remark } strengths limitations opinion confirmedBy confirmedAt notifiedAt
      revisions { revision state display level changedBy changedAt reason }`,
  },
  {
    of: 'employee',
    name: 'tasks',
    fields: 'period title product { code } units deadline outcome acceptedOn delays errors assignedBy assignedAt',
  },
  {
    of: 'employee',
    name: 'commendations',
    fields: 'title form kind decisionNumber decidedOn issuer reason revoked',
  },
  {
    of: 'employee',
    name: 'disciplineDecisions',
    fields: 'form decisionNumber decidedOn effectiveFrom effectiveTo issuer annulledOn effects { kind from to }',
  },
  {
    of: 'employee',
    name: 'violations',
    fields: 'actFrom actTo discoveredOn summary severity state dueOn closedOn unit { code name } recordedBy',
  },
  {
    of: 'employee',
    name: 'findings',
    fields: 'topic positive description evidence severity foundOn issuedOn remediedOn unit { code name } recordedBy',
  },
  {
    of: 'employee',
    name: 'feedback',
    fields: 'number kind channel topic content receivedOn answeredOn outcome answerDocument',
  },
  {
    of: 'employee',
    name: 'initiatives',
    fields: 'code title summary kind level influence year state decisionNumber recognisedOn',
  },
  {
    of: 'employee',
    name: 'coordination',
    fields: 'number subject askingUnit { code name } askedUnit { code name } askedOn dueOn answeredOn clear state',
  },
  {
    of: 'record',
    name: 'requests',
    fields:
      'kind subject content state receivedAt answerDueOn answeredAt answer carryOutDueOn extendedTo carriedOutAt result handledBy',
  },
  { of: 'record', name: 'changes', fields: 'id at by action entity payload' },
  { of: 'record', name: 'accessEntries', fields: 'id at readBy purpose kind screen' },
];
