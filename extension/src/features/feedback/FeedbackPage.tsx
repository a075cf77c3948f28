import type { ScreenProps } from '../dashboard/screen.ts';
import { FeedbackList } from './FeedbackList.tsx';
import { FeedbackView } from './FeedbackView.tsx';

/** What citizens said: the register, or one entry of it. */
export function FeedbackPage({ item, filters }: ScreenProps) {
  if (item === null) return <FeedbackList filters={filters} />;
  return <FeedbackView id={item} filters={filters} />;
}
