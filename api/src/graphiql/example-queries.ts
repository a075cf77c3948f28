import type { LocalDate } from '@congvu/schema/primitives/local-date';
import { periodOf, previous } from '@congvu/schema/primitives/period';

export interface ExampleQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, string>> | null;
}

/** One named operation a tab: each runs as it stands against the demonstration, by who may; the month is the last one. */
export function exampleQueries(today: LocalDate): readonly ExampleQuery[] {
  const ranking = { unit: 'H99.01', period: previous(periodOf(today)) };
  return QUERIES.map((query) => ({ query, variables: query.includes('$unit') ? ranking : null }));
}

const QUERIES: readonly string[] = [
  `# Ai đang hỏi, và các quyền của người ấy · Who asks, and what he may do
query Viewer {
  viewer {
    displayName
    permissions
    today
    currentPeriod
    demonstration
    units { code name }
  }
}
`,
  `# Nhận ra người xử lý theo mã, tên đăng nhập hoặc họ tên · Whom the keys of a page mean
query Identify {
  identify(keys: ["quanly", "chuyenvien", "Nguyễn Văn Không Có"]) {
    key
    state
    matches { code name title unitName period level display provisional openTasks lateTasks commendations activeDiscipline }
  }
}
`,
  `# Danh sách người, theo tên · People by given name; take a code from here for the card below
query People {
  employees(first: 20, orderBy: NAME) {
    edges { node { code name unit { name } assignment { title post } } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  `# Hồ sơ của những người đầu danh sách · Cards: unit, eight periods, commendations, disciplines
query Cards {
  employees(first: 3) {
    edges {
      node {
        code
        name
        unit { name }
        periodSheets(first: 8) { edges { node { period state score { display level } } } }
        commendations(first: 5) { edges { node { title decidedOn decisionNumber } } }
        disciplineDecisions(first: 5) { edges { node { form active effectiveTo } } }
      }
    }
  }
}
`,
  `# Nhiệm vụ quá hạn · Tasks past their deadline
query Overdue {
  tasks(filter: { overdue: true }, first: 20) {
    edges { node { title deadline employee { code name } product { code } units documents { number url } } }
  }
}
`,
  `# Phiếu của một tháng, điểm cao trước, kèm cách tính · Sheets of a month with their explanation
query PeriodSheets {
  periodSheets(filter: { level: [OUTSTANDING] }, orderBy: TOTAL, first: 5) {
    edges {
      node {
        period
        employee { code name }
        score { total display level explanation { step points value text source { instrument clause certainty } } }
      }
    }
  }
}
`,
  `# Các nhóm so sánh được của một đơn vị · The comparable groups of a unit: what a ranking can be asked for
query ComparableGroups($unit: String!, $period: Period!) {
  comparableGroups(unit: $unit, period: $period) {
    agency { code }
    group { code name }
    family { code name }
    people
    scored
    levels { level count }
  }
}
`,
  `# Xếp hạng trong một nhóm so sánh được · Ranking of one comparable group; take its code from the query before
query Ranking($unit: String!, $period: Period!) {
  ranking(unit: $unit, period: $period, group: "H99.01.CM") {
    provisional
    total
    wholeGroup
    levels { level count }
    apart(first: 20) { totalCount edges { node { employee { code name } reason } } }
    rows(first: 20) { edges { node { rank employee { code name } display level decidingKey reasons blocks { text } } } }
  }
}
`,
  `# Các giới hạn của một yêu cầu · The limits of one request
query Limits {
  limits { depth cost aliases rootFields pageSize identifyKeys bodyBytes requestsPerMinute adapterReportsPerDay handlerChoices }
}
`,
];
