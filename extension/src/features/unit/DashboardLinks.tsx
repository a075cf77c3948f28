import { browser } from 'wxt/browser';
import { dashboardTexts } from '../../locales/dashboard-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { writeAddress } from '../dashboard/address.ts';
import type { ScreenName } from '../dashboard/screen.ts';
import { may, type Viewer } from '../session/viewer.ts';

type Entry = { readonly name: ScreenName; readonly path: string; readonly isFor: (viewer: Viewer) => boolean };

/**
 * The screens of the dashboard that a unit's head or its personnel goes on to. Their list of screens is not imported: it
 * would bring every screen of the dashboard into the side panel.
 */
export const entries: readonly Entry[] = [
  { name: 'ranking', path: 'xep-hang', isFor: (viewer) => may(viewer, 'RANKING_READ') },
  { name: 'year', path: 'phan-loai-nam', isFor: (viewer) => may(viewer, 'CLASSIFICATION_READ') },
  { name: 'unitResults', path: 'ket-qua-don-vi', isFor: (viewer) => may(viewer, 'CLASSIFICATION_READ') },
  { name: 'closing', path: 'khoa-ky', isFor: (viewer) => may(viewer, 'PERIOD_CLOSE') },
  {
    name: 'delegation',
    path: 'uy-quyen',
    isFor: (viewer) => may(viewer, 'DELEGATE') || may(viewer, 'STAFF_MANAGE'),
  },
  {
    name: 'catalogue',
    path: 'danh-muc',
    isFor: (viewer) => may(viewer, 'TASK_ASSIGN') || may(viewer, 'CATALOGUE_MANAGE'),
  },
  { name: 'own', path: 'nam-cua-toi', isFor: (viewer) => viewer.employee !== null },
];

/** Links to the screens this viewer may open. */
export function DashboardLinks({ viewer }: { readonly viewer: Viewer }) {
  const texts = useTexts(dashboardTexts).screens;
  return (
    <ul className="plain-list dashboard-links">
      {entries
        .filter((entry) => entry.isFor(viewer))
        .map(({ name, path }) => (
          <li key={name}>
            <a href={dashboardAddress(path)} target="_blank" rel="noreferrer">
              {texts[name]}
            </a>
          </li>
        ))}
    </ul>
  );
}

/** The whole address of a screen of the dashboard, e.g. for the year of one person. */
export function dashboardAddress(
  path: string,
  item: string | null = null,
  filters: Record<string, string> = {},
): string {
  return browser.runtime.getURL(`/dashboard.html${writeAddress({ path, item, filters })}`);
}
