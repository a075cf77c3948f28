import { useTexts } from '../../locales/LanguageProvider.tsx';
import { registerListTexts } from '../../locales/register-list-texts.ts';
import { writeAddress } from '../dashboard/address.ts';

type BackLinkProps = { readonly path: string; readonly filters: Readonly<Record<string, string>> };

/** From a record to the list it was opened in, as it was asked for. */
export function BackLink({ path, filters }: BackLinkProps) {
  const texts = useTexts(registerListTexts);
  return (
    <p className="small">
      <a href={writeAddress({ path, item: null, filters })}>← {texts.back}</a>
    </p>
  );
}
