import { accessTexts } from '../../locales/access-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { type ScreenProps, screenPaths } from '../dashboard/screen.ts';
import { goTo } from '../dashboard/use-address.ts';
import { may, useViewer } from '../session/viewer.ts';
import { GrantReview } from './GrantReview.tsx';
import { GrantsPart } from './GrantsPart.tsx';
import { TokensPart } from './TokensPart.tsx';

const names = ['tokens', 'grants', 'review'] as const;

/** Tokens for scripts, and for who manages them the grants of others and their review. */
export function AccessPage({ filters }: ScreenProps) {
  const texts = useTexts(accessTexts);
  const viewer = useViewer();
  const offered = may(viewer, 'GRANT_MANAGE') ? names : (['tokens'] as const);
  const chosen = offered.find((name) => name === filters.tab) ?? 'tokens';
  return (
    <div className="section stack">
      <h1>{texts.title}</h1>
      <p className="small quiet">{texts.what}</p>
      <Tabs
        label={texts.title}
        tabs={offered.map((name) => ({ name, label: texts.tabs[name] }))}
        chosen={chosen}
        onChoose={(tab) => goTo({ path: screenPaths.access, item: null, filters: { tab } })}
      >
        <div className="stack">
          {chosen === 'tokens' && <TokensPart />}
          {chosen === 'grants' && <GrantsPart filters={filters} />}
          {chosen === 'review' && <GrantReview />}
        </div>
      </Tabs>
    </div>
  );
}
