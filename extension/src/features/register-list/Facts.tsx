import type { ReactNode } from 'react';

/** What a record says, each under its name; what it does not say (null) is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value === null || value === undefined || value === '' ? null : (
          <div key={name}>
            <dt className="small quiet">{name}</dt>
            <dd className="value">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
