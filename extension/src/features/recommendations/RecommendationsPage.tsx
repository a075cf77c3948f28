import type { ScreenProps } from '../dashboard/screen.ts';
import { RecommendationList } from './RecommendationList.tsx';
import { RecommendationRecord } from './RecommendationRecord.tsx';

/** What inspections asked for, and what became of it; or one recommendation. */
export function RecommendationsPage({ item, filters }: ScreenProps) {
  return item === null ? (
    <RecommendationList filters={filters} />
  ) : (
    <RecommendationRecord id={item} filters={filters} />
  );
}
