import { useState } from 'react';
import type { Permission } from '../../../generated/graphql.ts';
import { accessTexts } from '../../locales/access-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { permissionTexts } from '../../locales/permission-texts.ts';
import { TextField } from '../../ui/Field.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { severalOf } from '../register-list/act-field.ts';
import { CheckList } from '../register-list/CheckList.tsx';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { CreatePersonalTokenDocument } from './access.operations.ts';
import { ShownOnce } from './ShownOnce.tsx';

type TokenFormProps = { readonly onClose: () => void; readonly onMade: () => void };

/** Makes a token, limited to some of what one may oneself, and shows its secret once. */
export function TokenForm({ onClose, onMade }: TokenFormProps) {
  const texts = useTexts(accessTexts).tokens;
  const permissions = useTexts(permissionTexts);
  const viewer = useViewer();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState('');
  const [expiresOn, setExpiresOn] = useState(viewer.today);
  const [state, send] = useWrite(CreatePersonalTokenDocument);
  const problemOf = (field: string) => (state.state === 'REFUSED' ? (state.messages[`/${field}`] ?? null) : null);
  const make = async () => {
    // Only what was offered below can be chosen.
    const chosen = severalOf(scopes) as Permission[];
    const after = await send({ name: name.trim().normalize('NFC'), scopes: chosen, expiresOn }, texts.make);
    if (after.state === 'DONE') onMade();
  };
  if (state.state === 'DONE') return <ShownOnce label={texts.made} secret={state.answer.secret} onClose={onClose} />;
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
        value={name}
        maxLength={200}
        required
        problem={problemOf('name')}
        onText={setName}
      />
      <TextField
        label={texts.expiresOn}
        type="date"
        value={expiresOn}
        min={viewer.today}
        required
        problem={problemOf('expiresOn')}
        onText={setExpiresOn}
      />
      <CheckList
        label={texts.scopes}
        value={scopes}
        problem={problemOf('scopes')}
        choices={viewer.permissions.map((value) => ({ value, label: permissions[value] }))}
        onChange={setScopes}
      />
    </StepForm>
  );
}
