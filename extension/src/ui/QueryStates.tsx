import type { ReactNode } from 'react';
import { codeOf } from '../graphql/transport-failure.ts';
import { useTexts } from '../locales/LanguageProvider.tsx';
import { stateTexts } from '../locales/state-texts.ts';
import { Button } from './Button.tsx';
import { Notice, Problem } from './Notice.tsx';

type Query<Data> = {
  readonly data: Data | undefined;
  readonly error?: unknown;
  readonly refetch: () => unknown;
};

type QueryStatesProps<Data> = {
  readonly query: Query<Data>;
  /** The data to show, or null where there is nothing. */
  readonly children: (data: Data) => ReactNode;
  /** What to say where `children` gives null. */
  readonly empty: ReactNode;
};

/** The four states of a screen: loading, empty, refused, failed. What is there already stays while it is asked again. */
export function QueryStates<Data>({ query, children, empty }: QueryStatesProps<Data>) {
  const texts = useTexts(stateTexts);
  const { data, error } = query;
  if (data !== undefined && data !== null && error === undefined) return children(data) ?? <Notice>{empty}</Notice>;
  if (error === undefined) {
    return (
      <p className="quiet" role="status">
        {texts.loading}
      </p>
    );
  }
  const code = codeOf(error);
  if (code === 'FORBIDDEN') return <Notice>{texts.refused}</Notice>;
  if (code === 'NOT_FOUND') return <Notice>{empty}</Notice>;
  return (
    <Problem code={code}>
      <Button onClick={() => void query.refetch()}>{texts.retry}</Button>
    </Problem>
  );
}
