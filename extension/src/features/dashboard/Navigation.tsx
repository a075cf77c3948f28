import { useEffect, useId, useState } from 'react';
import { browser } from 'wxt/browser';
import { dashboardTexts } from '../../locales/dashboard-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { sessionTexts } from '../../locales/session-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { SignOutButton } from '../session/SignOutButton.tsx';
import { useViewer } from '../session/viewer.ts';
import { writeAddress } from './address.ts';
import type { Screen, ScreenGroup } from './screen.ts';

type NavigationProps = {
  readonly offered: readonly Screen[];
  readonly current: Screen | null;
  /** Writes that a sign-out would leave behind. */
  readonly kept: number;
};

const groups: readonly ScreenGroup[] = ['results', 'registers', 'running', 'rules'];

/** The screens a viewer may open, as links. On a narrow window they fold under one button. */
export function Navigation({ offered, current, kept }: NavigationProps) {
  const texts = useTexts(dashboardTexts);
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen folds the list again
  useEffect(() => setIsOpen(false), [current]);
  return (
    <nav className="navigation" aria-label={texts.navigation} data-open={isOpen}>
      <p className="product">{texts.product}</p>
      <button
        type="button"
        className="button navigation-toggle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span aria-hidden="true">☰</span> {texts.menu(current === null ? '—' : texts.screens[current.name])}
      </button>
      <div className="navigation-body" id={id}>
        {groups.map((group) => (
          <Group
            key={group}
            name={texts.groups[group]}
            screens={offered.filter((each) => each.group === group && each.isUnlisted !== true)}
          >
            {current}
          </Group>
        ))}
        <Person kept={kept} />
      </div>
    </nav>
  );
}

type GroupProps = {
  readonly name: string;
  readonly screens: readonly Screen[];
  /** The screen that is open. */
  readonly children: Screen | null;
};

function Group({ name, screens, children: current }: GroupProps) {
  const texts = useTexts(dashboardTexts);
  const id = useId();
  if (screens.length === 0) return null;
  return (
    <>
      <p className="navigation-group" id={id}>
        {name}
      </p>
      <ul className="plain-list" aria-labelledby={id}>
        {screens.map((screen) => (
          <li key={screen.name}>
            <a
              className="navigation-link"
              href={writeAddress({ path: screen.path, item: null, filters: {} })}
              aria-current={screen.name === current?.name ? 'page' : undefined}
            >
              {texts.screens[screen.name]}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who is signed in, and the ways out. */
function Person({ kept }: { readonly kept: number }) {
  const texts = useTexts(sessionTexts);
  const viewer = useViewer();
  const assignment = viewer.employee?.assignment;
  return (
    <div className="navigation-person small">
      <p className="person-name">{viewer.displayName}</p>
      {assignment && (
        <p className="quiet">
          {assignment.title} · {assignment.unit.shortName}
        </p>
      )}
      <div className="row">
        <Button kind="link" onClick={() => void browser.runtime.openOptionsPage()}>
          {texts.options}
        </Button>
        <SignOutButton kept={kept} />
      </div>
    </div>
  );
}
