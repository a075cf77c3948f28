import { APPOINTED_POSTS, SHORTLIST_STATES } from '@congvu/schema/shortlist';
import { postTexts, shortlistStateTexts } from '@congvu/schema/texts';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../locales/LanguageProvider.tsx';
import { shortlistTexts } from '../../locales/shortlist-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { UnitSelect } from '../dashboard/UnitSelect.tsx';
import { termOf } from '../register-list/register-filter.ts';
import type { ShortlistFilter } from './shortlist-filter.ts';

type ShortlistFilterFormProps = {
  readonly filter: ShortlistFilter;
  readonly onApply: (filter: ShortlistFilter) => void;
};

/** For which post of which unit, judged on which day, among whom. */
export function ShortlistFilterForm({ filter, onApply }: ShortlistFilterFormProps) {
  const texts = useTexts(shortlistTexts);
  const language = useLanguage();
  const [draft, setDraft] = useState(filter);
  const change = (part: Partial<ShortlistFilter>) => setDraft((now) => ({ ...now, ...part }));
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        onApply(draft);
      }}
    >
      <UnitSelect label={texts.unit} value={draft.unit} onChoose={(unit) => change({ unit })} />
      <SelectField
        label={texts.post}
        value={draft.post}
        choices={APPOINTED_POSTS.map((value) => ({ value, label: postTexts[value][language] }))}
        onChoose={(value) => change({ post: termOf(APPOINTED_POSTS, value) ?? 'HEAD' })}
      />
      <TextField label={texts.on} type="date" value={draft.on} required onText={(on) => change({ on })} />
      <UnitSelect
        label={texts.within}
        value={draft.within}
        none={texts.withinAgency}
        onChoose={(within) => change({ within })}
      />
      <SelectField
        label={texts.state}
        value={draft.state}
        choices={[{ value: '', label: texts.all }, ...choicesOf(shortlistStateTexts, language)]}
        onChoose={(value) => change({ state: termOf(SHORTLIST_STATES, value) ?? '' })}
      />
      <TextField label={texts.search} type="search" value={draft.search} onText={(search) => change({ search })} />
      <Button type="submit" kind="primary">
        {texts.apply}
      </Button>
    </form>
  );
}
