import { toVietnameseDate } from '../primitives/local-date.ts';
import {
  calibrationLines,
  calibrationTables,
  commendationLines,
  commendationTables,
  unitsLines,
  unitsTables,
} from './engine-1/office-tables.ts';
import {
  comparisonLines,
  comparisonTables,
  rankingLines,
  rankingTables,
  shortlistLines,
  shortlistTables,
} from './engine-1/people-tables.ts';
import type { SummaryBody, SummaryTable } from './summary-body.ts';
import type { SummaryInputs } from './summary-inputs.ts';

/** The engine new summaries are made by. */
export const SUMMARY_ENGINE = '1';

/**
 * Every engine there was, by its name: an old summary is worked out again by the one it was made by. A change of what an engine
 * says of frozen inputs is a new engine beside it, never an edit. It may learn an input that no frozen summary has (`postUnit`).
 */
export const summariseBy: Readonly<Record<string, (inputs: SummaryInputs) => SummaryBody>> = { '1': summariseByFirst };

/** What a summary says of its inputs. Reads nothing else, so that the same inputs say the same for ever. */
export function summarise(inputs: SummaryInputs): SummaryBody {
  return summariseByFirst(inputs);
}

function summariseByFirst(inputs: SummaryInputs): SummaryBody {
  return {
    heading: inputs.title,
    lines: [`${inputs.unit.name} · số liệu ngày ${toVietnameseDate(inputs.on)}`, ...linesOf(inputs)],
    tables: tablesOf(inputs).filter(({ rows }, index) => index === 0 || rows.length > 0),
  };
}

function linesOf(inputs: SummaryInputs): readonly string[] {
  switch (inputs.kind) {
    case 'RANKING':
      return rankingLines(inputs);
    case 'SHORTLIST':
      return shortlistLines(inputs);
    case 'COMPARISON':
      return comparisonLines(inputs);
    case 'COMMENDATION':
      return commendationLines(inputs);
    case 'UNITS':
      return unitsLines(inputs);
    case 'CALIBRATION':
      return calibrationLines(inputs);
    default:
      return inputs satisfies never;
  }
}

function tablesOf(inputs: SummaryInputs): readonly SummaryTable[] {
  switch (inputs.kind) {
    case 'RANKING':
      return rankingTables(inputs);
    case 'SHORTLIST':
      return shortlistTables(inputs);
    case 'COMPARISON':
      return comparisonTables(inputs);
    case 'COMMENDATION':
      return commendationTables(inputs);
    case 'UNITS':
      return unitsTables(inputs);
    case 'CALIBRATION':
      return calibrationTables(inputs);
    default:
      return inputs satisfies never;
  }
}
