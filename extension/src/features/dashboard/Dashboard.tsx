import { useEffect, useRef } from 'react';
import { dashboardTexts } from '../../locales/dashboard-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useViewer } from '../session/viewer.ts';
import { QueueList, useQueue } from '../writes/QueueList.tsx';
import { keptCount } from '../writes/write-queue.ts';
import { Navigation } from './Navigation.tsx';
import { findScreen, screensFor } from './screens.ts';
import { goTo, useAddress } from './use-address.ts';

/** The frame of every screen: what may be opened on the left, what is open on the right, and what waits to be sent above it. */
export function Dashboard() {
  const texts = useTexts(dashboardTexts);
  const queue = useQueue();
  const { path, item, filters } = useAddress();
  const offered = screensFor(useViewer());
  const current = findScreen(offered, path);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(current?.name);
  const title = current === null ? texts.product : `${texts.screens[current.name]} — ${texts.product}`;
  useEffect(() => {
    document.title = title;
    if (shown.current === current?.name) return;
    // A link changed the screen without a page load: the reader's place goes where the eye does.
    shown.current = current?.name;
    main.current?.focus();
  }, [title, current]);
  const filtered = JSON.stringify(filters);
  const applied = useRef(filtered);
  useEffect(() => {
    if (applied.current === filtered) return;
    applied.current = filtered;
    // Filters begin anew with each address: who applied them stands on the button that did.
    if (document.activeElement !== document.body) return;
    main.current?.querySelector<HTMLElement>('form.filters [type="submit"]')?.focus({ preventScroll: true });
  }, [filtered]);
  return (
    <div className="dashboard">
      {/* Not a link: the address after # names the screen. */}
      <button type="button" className="button skip" onClick={() => main.current?.focus()}>
        {texts.skip}
      </button>
      <Navigation offered={offered} current={current} kept={keptCount(queue)} />
      <main ref={main} tabIndex={-1} className="screen">
        <QueueList queue={queue} />
        {current !== null && <current.Screen item={item} filters={filters} />}
        {current === null && (
          <div className="section stack">
            <h1 className="visually-hidden">{texts.product}</h1>
            <Notice>{offered.length === 0 ? texts.nothing : texts.notOffered}</Notice>
            {offered.length > 0 && (
              <Button onClick={() => goTo({ path: '', item: null, filters: {} }, true)}>{texts.toFirst}</Button>
            )}
          </div>
        )}
      </main>
    </div>
  );
}
