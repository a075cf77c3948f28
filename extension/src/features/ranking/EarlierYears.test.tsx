import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { EarlierYears } from './EarlierYears.tsx';

const year = (of: number, code: string | null) => ({ year: of, family: code === null ? null : { code } });
const CS = 'ND335-2025/CIVIL_SERVANT';
const OLD = 'ND90-2020/CIVIL_SERVANT';

it('names each year before the decree once, the oldest first', () => {
  const shown = renderToStaticMarkup(
    <EarlierYears years={[year(2026, CS), year(2025, OLD), year(2024, OLD), year(2025, OLD)]} />,
  );
  expect(shown).toContain('2024, 2025');
  expect(shown).not.toContain('2026');
});

it('says nothing where all years are of the decree or of rules that nobody kept', () => {
  expect(renderToStaticMarkup(<EarlierYears years={[year(2026, CS), year(2025, null)]} />)).toBe('');
});
