import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { nodesOf } from '../../graphql/nodes-of.ts';
import { adapterVersionTexts } from '../../locales/adapter-version-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { RankingUnitsDocument } from '../ranking/ranking.operations.ts';
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
  const { data } = useQuery(RankingUnitsDocument);
  const [unitCode, setUnitCode] = useState('');
  const [state, send] = useWrite(PublishSiteAdapterDocument);
  const units = data === undefined ? [] : nodesOf(data.units);
  const choices = [
    { value: '', label: texts.everyone },
    ...units.map((unit) => ({ value: unit.code, label: `${'– '.repeat(unit.level - 1)}${unit.name}` })),
  ];
  const who = units.find(({ code }) => code === unitCode)?.name ?? texts.everyone;
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
      <SelectField label={texts.publishTo} value={unitCode} choices={choices} onChoose={setUnitCode} />
    </StepForm>
  );
}
