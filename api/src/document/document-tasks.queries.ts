import { domainError } from '@congvu/schema/errors';
import { builder } from '../builder.ts';
import { requestError } from '../error/request-error.ts';
import { LIMITS } from '../limits/limits.ts';
import { loadOne } from '../sql/batch.ts';
import { taskById } from '../task/task.store.ts';
import { TaskRef } from '../task/task.type.ts';
import { findTasksOfDocuments } from './document-tasks.store.ts';

const DocumentKeyInput = builder.inputType('DocumentKeyInput', {
  description: 'What a page shows of a document, enough to know it again.',
  fields: (t) => ({
    number: t.string({ description: 'Number and sign as shown.' }),
    date: t.field({ type: 'LocalDate', required: false, description: 'Date of the document.' }),
    issuer: t.string({ required: false, description: 'Issuing body as shown.' }),
    host: t.string({ description: 'Host of the page.' }),
  }),
});

const DocumentTaskRef = builder
  .objectRef<{ readonly number: string; readonly taskIds: readonly string[] }>('DocumentTask')
  .implement({
    description: 'The tasks that rest on a document.',
    fields: (t) => ({
      number: t.exposeString('number', { description: 'The number as it was given.' }),
      tasks: t.field({
        type: [TaskRef],
        description: 'Those one may see.',
        resolve: async ({ taskIds }, _args, context) => {
          const tasks = await Promise.all(taskIds.map((id) => loadOne(context, taskById, id)));
          return tasks.filter((task) => task !== null);
        },
      }),
    }),
  });

builder.queryField('documentTasks', (t) =>
  t.field({
    type: [DocumentTaskRef],
    description:
      'The tasks that rest on a page’s worth of documents, answered in their order. A document is found by number, with "-" as good as "/", on its host, and by issuer and year where both sides know them; where several could be meant none is.',
    authScopes: { reads: 'TASK_READ' },
    args: { documents: t.arg({ type: [DocumentKeyInput], description: 'At most 500.' }) },
    resolve: async (_root, { documents }, context) => {
      if (documents.length > LIMITS.identifyKeys) {
        const payload = { limit: 'documents', maximum: LIMITS.identifyKeys, given: documents.length };
        throw requestError(domainError('LIMIT_EXCEEDED', payload), context.locale);
      }
      const shown = documents.map(({ number, issuer, date, host }) => ({
        number,
        issuer: issuer ?? null,
        year: date ? Number(date.slice(0, 4)) : null,
        host,
      }));
      const found = await findTasksOfDocuments(context, shown);
      return documents.map(({ number }, index) => ({ number, taskIds: found[index] ?? [] }));
    },
  }),
);
