import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { inspectionTexts } from '../../locales/inspection-texts.ts';
import { useTexts } from '../../locales/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { shownDate } from '../../ui/shown.ts';
import { may, useViewer } from '../session/viewer.ts';
import type { Plan } from './PlanCard.tsx';
import { CoverageDocument, RotationDocument } from './plan.operations.ts';

/** How far a year's plan has come, which places were never visited, and on request whose turn it is in the next years. */
export function PlanCoverage({ plan }: { readonly plan: Plan }) {
  const texts = useTexts(inspectionTexts);
  const viewer = useViewer();
  const [isOpen, setIsOpen] = useState(false);
  const query = useQuery(CoverageDocument, {
    variables: { unit: plan.unit.code, year: plan.year },
    context: { purpose: 'INSPECTION' },
  });
  return (
    <>
      <QueryStates query={query} empty={texts.noVisits}>
        {({ inspectionCoverage: { units, visited, neverVisited } }) => (
          <>
            <p>{texts.coverage(visited, units)}</p>
            {neverVisited.length > 0 && (
              <details className="small">
                <summary>{texts.neverVisited(neverVisited.length)}</summary>
                <p>{neverVisited.map(({ name }) => name).join(', ')}</p>
              </details>
            )}
          </>
        )}
      </QueryStates>
      {may(viewer, 'INSPECTION_MANAGE') && (
        <p>
          <Button kind="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {texts.showRotation}
          </Button>
        </p>
      )}
      {isOpen && <Rotation plan={plan} />}
    </>
  );
}

/** Four years, after which everybody has had a turn at thirty per cent a year. */
function Rotation({ plan }: { readonly plan: Plan }) {
  const texts = useTexts(inspectionTexts);
  const query = useQuery(RotationDocument, {
    variables: { unit: plan.unit.code, from: plan.year, years: 4, sharePercent: plan.sharePercent },
    context: { purpose: 'INSPECTION' },
  });
  return (
    <QueryStates query={query} empty={texts.noRotation}>
      {({ proposeRotation }) =>
        proposeRotation.every(({ visits }) => visits.length === 0) ? null : (
          <>
            <p className="small quiet">{texts.rotationWhat}</p>
            <ul className="plain-list stack">
              {proposeRotation.map(({ year, units, least, visits }) => (
                <li key={year}>
                  <strong>{texts.rotationYear(year, least, units)}</strong>
                  <p className="small">
                    {visits
                      .map(({ unit, repeat, lastOn, by }) =>
                        repeat
                          ? texts.rotationRepeat(unit.name, shownDate(lastOn))
                          : texts.rotationVisit(unit.name, shownDate(by)),
                      )
                      .join(', ')}
                  </p>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </QueryStates>
  );
}
