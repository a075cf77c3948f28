import { useQuery } from '@apollo/client/react';
import { EVENTS, type EventType } from '@congvu/schema/events';
import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { webhookTexts } from '../../locales/webhook-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { ShownOnce } from '../access/ShownOnce.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { ActBar } from '../register-list/ActBar.tsx';
import { severalOf } from '../register-list/act-field.ts';
import { CheckList } from '../register-list/CheckList.tsx';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { WebhookCard } from './WebhookCard.tsx';
import { CreateWebhookDocument, WebhooksDocument } from './webhooks.operations.ts';

/** Receivers outside that are told of what happens, with what became of the last messages. */
export function WebhooksPage() {
  const texts = useTexts(webhookTexts);
  const common = useTexts(stateTexts);
  const query = useQuery(WebhooksDocument);
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <ActBar
        acts={[
          {
            name: 'make',
            label: texts.make,
            form: (onClose) => <WebhookForm onClose={onClose} onMade={() => void query.refetch()} />,
          },
        ]}
      />
      <QueryStates query={query} empty={texts.empty}>
        {({ webhooks: { edges, pageInfo } }) =>
          edges.length === 0 ? null : (
            <>
              <ul className="plain-list stack">
                {edges.map(({ node }, at) => (
                  // A masked node has no identity here but its place; the card keys what it opens by its own.
                  // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
                  <li key={at} className="card stack">
                    <WebhookCard webhook={node} />
                  </li>
                ))}
              </ul>
              {pageInfo.hasNextPage && (
                <Button onClick={() => void query.fetchMore({ variables: { after: pageInfo.endCursor } })}>
                  {common.more}
                </Button>
              )}
            </>
          )
        }
      </QueryStates>
    </div>
  );
}

function WebhookForm({ onClose, onMade }: { readonly onClose: () => void; readonly onMade: () => void }) {
  const texts = useTexts(webhookTexts);
  const viewer = useViewer();
  const [draft, setDraft] = useState({ name: '', url: 'https://', unit: viewer.units[0]?.code ?? '', events: '' });
  const change = (field: keyof typeof draft) => (value: string) => setDraft((now) => ({ ...now, [field]: value }));
  const [state, send] = useWrite(CreateWebhookDocument);
  const problemOf = (field: string) => (state.state === 'REFUSED' ? (state.messages[`/${field}`] ?? null) : null);
  const make = async () => {
    const { name, url, unit, events } = draft;
    // Only what is offered below can be chosen.
    const chosen = severalOf(events) as EventType[];
    const input = { name: name.trim().normalize('NFC'), url: url.trim(), unit, events: chosen };
    const after = await send(input, texts.make);
    if (after.state === 'DONE') onMade();
  };
  if (state.state === 'DONE') return <ShownOnce label={texts.secret} secret={state.answer.secret} onClose={onClose} />;
  return (
    <StepForm
      title={texts.make}
      act={texts.makeAct}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void make()}
      onCancel={onClose}
      notice={<WriteNotice state={state} />}
    >
      <TextField
        label={texts.name}
        value={draft.name}
        maxLength={200}
        required
        problem={problemOf('name')}
        onText={change('name')}
      />
      <TextField
        label={texts.url}
        type="url"
        value={draft.url}
        required
        problem={problemOf('url')}
        onText={change('url')}
      />
      <UnitSelect
        label={texts.unit}
        value={draft.unit}
        required
        problem={problemOf('unit')}
        onChoose={change('unit')}
      />
      <CheckList
        label={texts.events}
        value={draft.events}
        problem={problemOf('events')}
        choices={EVENTS.map((value) => ({ value, label: texts.sent[value] }))}
        onChange={change('events')}
      />
    </StepForm>
  );
}
