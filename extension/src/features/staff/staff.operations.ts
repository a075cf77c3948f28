import { graphql } from '../../../generated/index.ts';

export const UnitDelegationsDocument = graphql(`
  query UnitDelegations($unit: String!, $on: LocalDate) {
    unit(code: $unit) {
      id
      code
      name
      authority(on: $on) {
        as
        name
        document
        person {
          id
          code
        }
      }
      delegations {
        id
        kind
        name
        classifies
        document
        from
        to
        revokedAt
        delegatedBy
      }
    }
  }
`);

export const StaffMemberDocument = graphql(`
  query StaffMember($code: String!) {
    employee(code: $code) {
      id
      code
      name
      assignment {
        title
        post
        validFrom
        subjectType
        unit {
          id
          code
          name
        }
        group {
          code
          name
        }
        charges {
          validFrom
          validTo
          unit {
            id
            name
          }
          employee {
            id
            name
          }
        }
      }
      absences {
        id
        kind
        from
        to
        document
        recordedBy
        revokedAt
      }
    }
  }
`);

export const UnitGroupsDocument = graphql(`
  query UnitGroups($unit: String!) {
    unit(code: $unit) {
      id
      groups {
        code
        name
      }
      parent {
        id
        groups {
          code
          name
        }
        parent {
          id
          groups {
            code
            name
          }
        }
      }
    }
  }
`);

export const DelegateDocument = graphql(`
  mutation Delegate($input: DelegateInput!) {
    delegate(input: $input) {
      __typename
      ... on Delegation {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RevokeDelegationDocument = graphql(`
  mutation RevokeDelegation($input: RevokeDelegationInput!) {
    revokeDelegation(input: $input) {
      __typename
      ... on Delegation {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const TransferEmployeeDocument = graphql(`
  mutation TransferEmployee($input: TransferEmployeeInput!) {
    transferEmployee(input: $input) {
      __typename
      ... on Employee {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RecordAbsenceDocument = graphql(`
  mutation RecordAbsence($input: RecordAbsenceInput!) {
    recordAbsence(input: $input) {
      __typename
      ... on Absence {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const RevokeAbsenceDocument = graphql(`
  mutation RevokeAbsence($input: RevokeAbsenceInput!) {
    revokeAbsence(input: $input) {
      __typename
      ... on Absence {
        id
      }
      ...WriteRefusal
    }
  }
`);

export const SetChargesDocument = graphql(`
  mutation SetCharges($input: SetChargesInput!) {
    setCharges(input: $input) {
      __typename
      ... on Employee {
        id
      }
      ...WriteRefusal
    }
  }
`);
