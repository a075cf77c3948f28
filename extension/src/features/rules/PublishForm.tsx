import { useState } from 'react';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { ruleSetTexts } from '../../locales/rule-set-texts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { StepForm } from '../../ui/StepForm.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { useViewer } from '../session/viewer.ts';
import { useWrite } from '../writes/use-write.ts';
import { WriteNotice } from '../writes/WriteNotice.tsx';
import type { ListedRuleSet } from './RuleSetView.tsx';
import { readRuleSetItem, ruleSetItem } from './rule-set-item.ts';
import { PublishRuleSetDocument } from './rules.operations.ts';

type PublishFormProps = { readonly bases: readonly ListedRuleSet[]; readonly onClose: () => void };

/** The most text the api takes for a rule set. */
const longestRuleSet = 200_000;

/** An office's own rule set as JSON. What goes beyond the law is refused, and the refusal names the clause. */
export function PublishForm({ bases, onClose }: PublishFormProps) {
  const texts = useTexts(ruleSetTexts).publish;
  const viewer = useViewer();
  const [base, setBase] = useState(bases[0] === undefined ? '' : ruleSetItem(bases[0]));
  const [agency, setAgency] = useState(viewer.units[0]?.code ?? '');
  const [json, setJson] = useState('');
  const [state, send] = useWrite(PublishRuleSetDocument);
  const publish = () => {
    const named = readRuleSetItem(base);
    if (named === null) return;
    const input = {
      base: named.code,
      baseVersion: named.version,
      agency: agency === '' ? null : agency,
      ruleSet: json,
    };
    void send(input, `${texts.title} · ${base}`);
  };
  const breaches = state.state === 'REFUSED' ? Object.entries(state.messages) : [];
  return (
    <StepForm
      title={texts.title}
      act={texts.act}
      isSending={state.state === 'SENDING'}
      onSubmit={publish}
      onCancel={onClose}
      notice={
        breaches.length === 0 ? (
          <WriteNotice state={state} />
        ) : (
          <Notice>
            <p>{texts.refused}</p>
            <ul>
              {breaches.map(([path, message]) => (
                <li key={path}>
                  {message} <code className="small">{path}</code>
                </li>
              ))}
            </ul>
          </Notice>
        )
      }
    >
      <p className="full small quiet">{texts.what}</p>
      <SelectField
        label={texts.base}
        value={base}
        choices={bases.map((each) => ({ value: ruleSetItem(each), label: each.name }))}
        onChoose={setBase}
      />
      <UnitSelect label={texts.agency} value={agency} onChoose={setAgency} />
      <div className="full">
        <TextArea label={texts.json} value={json} rows={14} maxLength={longestRuleSet} required onText={setJson} />
      </div>
    </StepForm>
  );
}
