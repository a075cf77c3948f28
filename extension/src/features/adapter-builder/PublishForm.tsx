import { useState } from 'react';
import { adapterVersionTexts } from '../../locales/adapter-version-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { useUnitName } from '../register-list/use-unit-name.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import { PublishSiteAdapterDocument } from './site-adapter.operations.ts';

type PublishFormProps = {
  readonly name: string;
  readonly title: string;
  readonly version: number;
  readonly onDone?: () => void;
  readonly onClose?: () => void;
};

/** Gives one version to a unit and all below it, or to everyone. */
export function PublishForm({ name, title, version, onDone, onClose }: PublishFormProps) {
  const texts = useTexts(adapterVersionTexts);
  const [unitCode, setUnitCode] = useState('');
  const [state, send] = useWrite(PublishSiteAdapterDocument);
  const unitName = useUnitName(unitCode);
  const who = unitCode === '' ? texts.everyone : unitName;
  const publish = async () => {
    const input = { name, version, unitCode: unitCode === '' ? null : unitCode };
    const after = await send(input, `${texts.publishTitle(title, version)} · ${who}`);
    if (after.state === 'DONE') onDone?.();
  };
  return (
    <StepForm
      title={texts.publishTitle(title, version)}
      act={texts.publish}
      isSending={state.state === 'SENDING'}
      onSubmit={() => void publish()}
      onCancel={onClose}
      notice={state.state === 'DONE' ? <Notice>{texts.published(who)}</Notice> : <WriteNotice state={state} />}
    >
      <p className="full small quiet">{texts.publishWhat}</p>
      <UnitSelect label={texts.publishTo} value={unitCode} none={texts.everyone} onChoose={setUnitCode} />
    </StepForm>
  );
}
