import { type ApiOffice, newKey, openApiOffice } from '../../testing/api-office.ts';

/** The agency whose year is commended. */
export const AGENCY = 'H99.01';
export const YEAR = 2025;

const FAILURE = '... on InvalidInputError { fields { path code message } } ... on DomainError { code message }';
const HEADERS = { 'x-purpose': 'COMMENDATION' };

/** What every decision of these tests says. */
export const TITLE = {
  form: 'Danh hiệu thi đua',
  kind: 'Theo công trạng',
  issuer: 'Giám đốc Sở Nội vụ',
  decidedOn: '2026-01-20',
};
export const GIVEN = `... on Commendation { id titleCode year state subject revision bonusMultiple bonusAmount actions unit { code } }
  ... on ConditionsMissingError { conditions } ... on CommendationHeldError { reason } ... on QuotaExceededError { limit outstanding }`;

export type CommendationOffice = Awaited<ReturnType<typeof openCommendationOffice>>;

/** An office with staff of one agency whom nothing stands against, and its acts of commendation. */
export async function openCommendationOffice() {
  const office: ApiOffice = await openApiOffice();
  const { rows } = await office.ownerPool.query<{ code: string; id: string; unitId: string }>(
    `select e.code, e.id, a.unit_id as "unitId" from congvu.employee e join congvu.assignment a on a.employee_id = e.id and a.valid_to is null
     where congvu.agency_of(a.unit_id) = (select id from congvu.unit where code = $1) and a.post = 'STAFF'
       and not exists (select 1 from congvu.role_grant g join congvu.user_account u on u.id = g.user_id where u.employee_id = e.id)
       and not exists (select 1 from congvu.user_account u where u.employee_id = e.id and u.user_name = 'chuyenvien')
       and not exists (select 1 from congvu.discipline_decision d where d.employee_id = e.id) order by e.code`,
    [AGENCY],
  );

  async function act(userName: string, name: string, answer: string, input: object, locale = 'vi') {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ${answer} ${FAILURE} } }`;
    const variables = { input: { idempotencyKey: newKey(), ...input } };
    const { data, errors } = await office.as(userName)(query, variables, { ...HEADERS, 'accept-language': locale });
    return { result: data?.[name] ?? null, errors };
  }

  /** Gives a title of the year, as personnel. */
  function give(employee: string, titleCode: string, more: object = {}) {
    const given = { ...TITLE, employee, titleCode, title: titleCode, year: YEAR };
    return act('nhansu', 'recordCommendation', GIVEN, { ...given, decisionNumber: `${newKey()}/QĐ`, ...more });
  }

  return {
    office,
    staff: rows,
    act,
    give,
    read: (userName: string, query: string, variables: object = {}) => office.as(userName)(query, variables, HEADERS),
    close: () => office.close(),
  };
}
