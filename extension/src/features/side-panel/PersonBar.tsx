import { useTexts } from '../../locales/LanguageProvider.tsx';
import { panelTexts } from '../../locales/panel-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { PersonSearch } from '../open-document/PersonSearch.tsx';
import type { Person } from '../open-document/person.ts';
import { may, useViewer } from '../session/viewer.ts';

type PersonBarProps = {
  readonly person: Person | null;
  /** The person shown is the viewer, because none was chosen. */
  readonly isOwn: boolean;
  readonly hasDocument: boolean;
  readonly onPerson: (person: Person | null) => void;
};

/** Whose work the sections below show, and the manual search where no document says it. */
export function PersonBar({ person, isOwn, hasDocument, onPerson }: PersonBarProps) {
  const texts = useTexts(panelTexts);
  const viewer = useViewer();
  return (
    <section className="section stack" aria-label={texts.person}>
      {person !== null && (
        <p className="row spread">
          <span>
            <span className="small quiet">{texts.person}: </span>
            <strong>{person.name}</strong> <span className="small quiet">{person.title}</span>
          </span>
          {!isOwn && viewer.employee !== null && (
            <Button kind="link" onClick={() => onPerson(null)}>
              {texts.me}
            </Button>
          )}
        </p>
      )}
      {!hasDocument && may(viewer, 'UNIT_READ') && <PersonSearch onChoose={onPerson} />}
    </section>
  );
}
