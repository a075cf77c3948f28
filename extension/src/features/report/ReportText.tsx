import type { PeriodicReportQuery } from '../../../generated/graphql.ts';
import { NumberLink } from './NumberLink.tsx';
import { numberParts } from './number-parts.ts';
import type { ReportFilter } from './report-filter.ts';

type ReportTextProps = {
  readonly paragraphs: PeriodicReportQuery['periodicReport']['paragraphs'];
  readonly filter: ReportFilter;
};

/** The sentences of the report, their numbers leading to the rows. */
export function ReportText({ paragraphs, filter }: ReportTextProps) {
  return paragraphs.map(({ heading, text, figures }) => (
    <div key={`${heading} ${text}`} className="stack">
      {heading !== null && heading !== undefined && <h3>{heading}</h3>}
      <p>
        {numberParts(text, figures).map(({ text: part, leadsTo }, index) =>
          leadsTo === null ? (
            part
          ) : (
            <NumberLink
              // Parts of a sentence never change places.
              // biome-ignore lint/suspicious/noArrayIndexKey: a part has no identity but its place
              key={index}
              filter={filter}
              figure={leadsTo.key}
              code={leadsTo.code ?? null}
              value={leadsTo.value}
              label={text}
            />
          ),
        )}
      </p>
    </div>
  ));
}
