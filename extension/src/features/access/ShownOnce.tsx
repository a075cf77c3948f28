import './access.css';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { stateTexts } from '../../locales/state-texts.ts';
import { Button } from '../../ui/Button.tsx';

type ShownOnceProps = {
  readonly label: string;
  /** Null where an earlier answer showed it. */
  readonly secret: string | null;
  readonly onClose: () => void;
};

/** A secret that is nowhere else: it stands here until it is put away. */
export function ShownOnce({ label, secret, onClose }: ShownOnceProps) {
  const texts = useTexts(stateTexts);
  return (
    <div className="notice stack" role="status">
      <p>{label}</p>
      <output className="secret">{secret ?? '—'}</output>
      <div className="row">
        <Button onClick={onClose}>{texts.close}</Button>
      </div>
    </div>
  );
}
