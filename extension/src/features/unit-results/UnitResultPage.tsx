import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { readFragment } from '../../../generated/index.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { unitResultTexts } from '../../locales/unit-result-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { writeAddress } from '../dashboard/address.ts';
import { may, useViewer } from '../session/viewer.ts';
import { SubmitForm } from './SubmitForm.tsx';
import { UnitResultView } from './UnitResultView.tsx';
import { UnitResultDocument, UnitResultFragment } from './unit-results.operations.ts';

type UnitResultPageProps = {
  readonly code: string;
  /** The unit whose list one came from. */
  readonly from: string;
  readonly year: number;
};

/** One unit's year: its result, or the form that makes it. */
export function UnitResultPage({ code, from, year }: UnitResultPageProps) {
  const texts = useTexts(unitResultTexts);
  const viewer = useViewer();
  const [isOpen, setIsOpen] = useState(false);
  const query = useQuery(UnitResultDocument, { variables: { unit: code, year } });
  const maySubmit = may(viewer, 'CLASSIFICATION_PROPOSE') || may(viewer, 'SCORE_CONFIRM');
  return (
    <div className="section stack">
      <p className="steps">
        <a href={writeAddress({ path: 'ket-qua-don-vi', item: null, filters: { unit: from, year: String(year) } })}>
          <span aria-hidden="true">←</span> {texts.back}
        </a>
      </p>
      <QueryStates query={query} empty={texts.empty}>
        {({ unit }) => {
          if (unit === null) return null;
          const result = readFragment(UnitResultFragment, unit.unitResult);
          const isClosed = result?.state === 'DECIDED' || result?.state === 'SUPERSEDED';
          return (
            <>
              <h1>
                {unit.name} · {year}
              </h1>
              {result === null ? <Notice>{texts.none}</Notice> : <UnitResultView result={result} />}
              {maySubmit && !isClosed && !isOpen && (
                <Button kind={result === null ? 'primary' : 'plain'} onClick={() => setIsOpen(true)}>
                  {result === null ? texts.submit.title : texts.submit.open}
                </Button>
              )}
              {isOpen && <SubmitForm unit={unit.code} year={year} result={result} onClose={() => setIsOpen(false)} />}
            </>
          );
        }}
      </QueryStates>
    </div>
  );
}
