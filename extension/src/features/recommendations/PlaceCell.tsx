import { type FragmentType, readFragment } from '../../../generated/index.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { recommendationTexts } from '../../locales/recommendation-texts.ts';
import { PersonCell } from '../register-list/PersonCell.tsx';
import { UnitOrPersonFragment } from './recommendations.operations.ts';

type PlaceCellProps = { readonly place: FragmentType<typeof UnitOrPersonFragment> | null };

/** A unit or a person; who one may not see is not named. */
export function PlaceCell({ place: masked }: PlaceCellProps) {
  const texts = useTexts(recommendationTexts);
  const place = readFragment(UnitOrPersonFragment, masked);
  if (place === null) return <span className="quiet">{texts.hidden}</span>;
  return <PersonCell name={place.__typename === 'Unit' ? place.unitName : place.name} more={[place.code]} />;
}
