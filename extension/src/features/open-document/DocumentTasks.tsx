import { useQuery } from '@apollo/client/react';
import type { DocumentReading } from '@congvu/schema/page-reading';
import { taskOutcomeTexts } from '@congvu/schema/texts';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { DocumentTasksDocument } from './document-tasks.operations.ts';

/** Tasks that rest on this document already, so that nobody makes a second one unknowingly. */
export function DocumentTasks({ document }: { readonly document: DocumentReading }) {
  const texts = useTexts(panelTexts);
  const language = useLanguage();
  const { number, date, issuer, host } = document;
  const { data } = useQuery(DocumentTasksDocument, { variables: { documents: [{ number, date, issuer, host }] } });
  const tasks = data?.documentTasks[0]?.tasks ?? [];
  if (tasks.length === 0) return null;
  return (
    <section>
      <h3>{texts.tasksOfDocument}</h3>
      <ul className="plain-list">
        {tasks.map((task) => (
          <li key={task.id}>
            {task.employee.name} · {taskOutcomeTexts[task.outcome][language]}
          </li>
        ))}
      </ul>
    </section>
  );
}
