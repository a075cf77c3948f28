import { useState } from 'react';
import { isMoving, type JobFigures } from './job-progress.ts';

/** While a job moves its progress is asked for this often. Milliseconds. */
const askEvery = 2_000;

type Answered = { readonly edges: readonly { readonly node: Pick<JobFigures, 'state'> }[] };

/**
 * How often a list of jobs is asked for: until the first answer and while one of them moves, then never (0). `follow` is told of
 * every answer, undefined where there is none yet.
 */
export function useMovingInterval(): readonly [number, (jobs: Answered | undefined) => void] {
  const [isAsking, setIsAsking] = useState(true);
  const follow = (jobs: Answered | undefined): void => {
    if (jobs === undefined) return;
    const moves = jobs.edges.some(({ node }) => isMoving(node));
    if (moves !== isAsking) setIsAsking(moves);
  };
  return [isAsking ? askEvery : 0, follow];
}
