import { sitePeople } from '../../documents-site/people.ts';
import { type Clerk, signInAtTerminal } from '../harness/command-line.ts';
import { confirmSheets } from '../year/months.ts';

const unit = 'H99.01.01';
const period = '2026-11';

/** Who is entitled to the changes: the people's head and personnel. */
export interface Office {
  readonly head: Clerk;
  readonly personnel: Clerk;
}

export async function signInClerks(): Promise<Office> {
  const [head, personnel] = (await Promise.all(['quanly', 'nhansu'].map(signInAtTerminal))) as [Clerk, Clerk];
  return { head, personnel };
}

/**
 * Changes what the marks of the hostile page show, and nothing that the page itself shows: November's sheets are confirmed, each
 * second person with less points, so that levels differ; three people are disciplined.
 */
export async function changeRecords({ head, personnel }: Office): Promise<void> {
  const off = new Map(sitePeople.map(({ code }, index) => [code, index % 2 === 0 ? 5 : 0]));
  const confirmed = await confirmSheets(head, unit, period, off);
  if (confirmed < 5) throw new Error(`only ${confirmed} sheets were confirmed: the records hardly differ`);
  for (const [index, { code }] of sitePeople.slice(0, 3).entries()) {
    await personnel.call('record-discipline', {
      input: {
        idempotencyKey: `hostile-discipline-${index}`,
        employee: code,
        form: 'REPRIMAND',
        // One of them is under a discipline already: a new act would ask for a heavier form (R-D-3).
        reasonForForm: 'Thành khẩn nhận lỗi, khắc phục xong hậu quả',
        decisionNumber: `${400 + index}/QĐ-SNV`,
        decidedOn: '2026-11-10',
        effectiveFrom: '2026-11-10',
        effectiveTo: '2027-11-10',
        issuer: 'Sở Nội vụ',
        act: { actFrom: '2026-09-02', discoveredOn: '2026-09-20', relatedToDuty: true, degradation: false },
      },
    });
  }
}
