import { useQuery } from '@apollo/client/react';
import { type AdapterPage, type SiteAdapter, siteAdapterShape } from '@congvu/schema/adapter';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { adapterVersionTexts } from '../../locales/adapter-version-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { nameOfHost, nextVersion, parseHosts } from './adapter-draft.ts';
import { OlderCopies } from './OlderCopies.tsx';
import { PublishForm } from './PublishForm.tsx';
import { freshExpected, type SavedCopy } from './saved-copy.ts';
import { AdapterVersionDocument, SaveSiteAdapterDocument, SiteAdaptersDocument } from './site-adapter.operations.ts';

type SaveStepProps = {
  readonly page: AdapterPage;
  readonly copies: readonly SavedCopy[];
  readonly host: string;
  readonly hosts: string;
  readonly onSaved: () => void;
};

/** The next version of an adapter, with what it changes for the pages that older versions read; then to whom it goes. */
export function SaveStep({ page, copies, host, hosts, onSaved }: SaveStepProps) {
  const texts = useTexts(adapterVersionTexts);
  const adapters = useQuery(SiteAdaptersDocument, { fetchPolicy: 'cache-and-network' });
  const [chosen, setChosen] = useState('');
  const [facts, setFacts] = useState({ name: nameOfHost(host), title: host, note: '' });
  const [kept, setKept] = useState<readonly SavedCopy[]>([]);
  const [state, send] = useWrite(SaveSiteAdapterDocument);
  const known = adapters.data === undefined ? [] : nodesOf(adapters.data.siteAdapters);
  const existing = known.find(({ name }) => name === chosen);
  const before = useLatest(chosen, existing?.latestVersion ?? null);
  const isReady = chosen === '' || before.content !== null;
  const title = chosen === '' ? facts.title : (existing?.title ?? chosen);
  const content = isReady ? nextVersion(before.content, page, { ...facts, title, hosts: parseHosts(hosts) }) : null;
  const save = async () => {
    if (content === null) return;
    const own = copies.map((copy) => freshExpected(copy, content.pages));
    const input = { content, note: facts.note.normalize('NFC').trim(), savedPages: [...own, ...kept] };
    const after = await send(input, `${texts.saveAct} · ${content.title} ${content.version}`);
    if (after.state === 'DONE') onSaved();
  };
  if (state.state === 'DONE' && content !== null) {
    const { answer } = state;
    return (
      <section className="stack" aria-label={texts.publish}>
        <Notice>{texts.saved(answer.title, answer.latestVersion)}</Notice>
        <PublishForm name={answer.name} title={answer.title} version={answer.latestVersion} />
      </section>
    );
  }
  return (
    <StepForm
      title={texts.save}
      act={texts.saveAct}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void save()}
      notice={content === null && isReady ? <Notice>{texts.notYet}</Notice> : <WriteNotice state={state} />}
    >
      <SelectField
        label={texts.saveAs}
        value={chosen}
        choices={[
          { value: '', label: texts.saveNew },
          ...known.map((each) => ({ value: each.name, label: texts.saveNext(each.title, each.latestVersion + 1) })),
        ]}
        onChoose={(name) => {
          setChosen(name);
          setKept([]);
        }}
      />
      {chosen === '' && (
        <>
          <TextField
            label={texts.adapterTitle}
            value={facts.title}
            maxLength={120}
            required
            onText={(text) => setFacts({ ...facts, title: text })}
          />
          <TextField
            label={texts.adapterName}
            value={facts.name}
            maxLength={60}
            pattern="[a-z][a-z0-9\-]+"
            required
            onText={(name) => setFacts({ ...facts, name })}
          />
        </>
      )}
      <TextArea
        label={texts.note}
        value={facts.note}
        rows={2}
        required
        onText={(note) => setFacts({ ...facts, note })}
      />
      {content !== null && before.copies.length > 0 && (
        <OlderCopies copies={before.copies} pages={content.pages} taken={copies} kept={kept} onKept={setKept} />
      )}
    </StepForm>
  );
}

/** The latest version of the adapter that is corrected, with its saved pages. */
function useLatest(name: string, version: number | null) {
  const isAsked = name !== '' && version !== null;
  const { data } = useQuery(AdapterVersionDocument, {
    variables: { name, version: version ?? 1 },
    skip: !isAsked,
    fetchPolicy: 'network-only',
  });
  const latest = isAsked ? data?.siteAdapter?.version : undefined;
  const parsed = siteAdapterShape.safeParse(latest?.content);
  const content: SiteAdapter | null = parsed.success ? parsed.data : null;
  // `expected` is what this very form saved with the page.
  return { content, copies: (latest?.savedPages ?? []) as readonly SavedCopy[] };
}
