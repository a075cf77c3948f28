import { createDocuments, type SiteDocument } from '../documents-site/documents.ts';
import { type SitePerson, sitePeople } from '../documents-site/people.ts';

/** An issue as a clerk would write it: the document's number somewhere in the subject, its handler as the assignee. */
export interface RedmineIssue {
  readonly subject: string;
  readonly assignee: string | null;
  readonly startOn: string;
  readonly dueOn: string | null;
}

export interface RedmineData {
  readonly people: readonly {
    readonly login: string;
    readonly given: string;
    readonly family: string;
    readonly mail: string;
    readonly password: string;
  }[];
  readonly issues: readonly RedmineIssue[];
  /** Titles in the documents module. */
  readonly documents: readonly string[];
}

/** The one who looks at Redmine; Redmine's own sign-in, which has nothing to do with ours. */
export const reader = { login: 'vanthu', password: 'vanthu-anbinh' } as const;

/** "Lý Văn Lực" → given "Lực", family "Lý Văn": Redmine prints the first name first, "Lực Lý Văn". */
export function toRedmineName(name: string): { readonly given: string; readonly family: string } {
  const words = name.split(' ');
  return { given: words.at(-1) ?? name, family: words.slice(0, -1).join(' ') };
}

/** As Redmine prints a person. */
export function printedName(person: SitePerson): string {
  const { given, family } = toRedmineName(person.name);
  return `${given} ${family}`;
}

/** Every form in which a subject holds its document's number; the last is a document above normal secrecy. */
const subjects: readonly ((document: SiteDocument) => string)[] = [
  ({ number, summary }) => `${number}: ${summary}`,
  ({ number, summary }) => `${summary} – ${number}`,
  ({ number, summary }) => `V/v ${summary} (số ${number})`,
];

/** 40 issues of the sample documents on `today` (LocalDate), in an order of which only the list itself tells. */
export function createRedmineData(today: string): RedmineData {
  const documents = createDocuments(1, 40, today).filter(({ secrecy }) => secrecy === 'Thường');
  const secret = createDocuments(17, 1, today)[0];
  if (secret === undefined) throw new Error('every 17th document is marked Mật');
  const issues = documents.map((document, index) => ({
    subject: (subjects[index % subjects.length] ?? subjects[0])?.(document) ?? document.number,
    assignee: index % 9 === 8 ? null : document.handler.userName,
    startOn: document.arrivedOn,
    dueOn: document.deadline === null || document.deadline < document.arrivedOn ? null : document.deadline,
  }));
  return {
    people: [
      { login: reader.login, given: 'Thư', family: 'Văn', mail: 'vanthu@anbinh.example', password: reader.password },
      ...sitePeople.map((person) => ({
        login: person.userName,
        ...toRedmineName(person.name),
        mail: `${person.userName}@anbinh.example`,
        password: `${person.userName}-anbinh`,
      })),
    ],
    issues: [
      ...issues,
      {
        subject: `[Mật] ${secret.number}: ${secret.summary}`,
        assignee: secret.handler.userName,
        startOn: secret.arrivedOn,
        dueOn: secret.deadline,
      },
    ],
    documents: documents.slice(0, 6).map(({ number, summary }) => `${number} ${summary}`),
  };
}
