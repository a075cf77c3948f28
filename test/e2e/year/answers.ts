/** What the operations of a year answer, as far as its story reads it. */

export interface Row {
  readonly id: string;
  readonly rowRevision: number;
  readonly state: string;
  readonly post: 'HEAD' | 'DEPUTY' | 'STAFF';
  readonly group: { readonly code: string };
  readonly employee: { readonly code: string; readonly name: string };
  readonly authority: { readonly code: string };
  readonly mean: string | null;
  readonly meanDisplay: string | null;
  readonly workedMonths: number;
  readonly leave: string;
  readonly scoreLevel: string | null;
  readonly proposedLevel: string | null;
  readonly proposal: string | null;
  readonly flags: readonly string[];
  readonly actions: readonly string[];
  readonly decision: { readonly level: string | null } | null;
  readonly months: readonly { readonly period: string; readonly total: string | null }[];
}

export interface Mover {
  readonly code: string;
  readonly periodResult: {
    readonly total: string | null;
    readonly workedDays: number;
    readonly segments: readonly { readonly workingDays: number; readonly total: string | null }[];
  } | null;
}

export interface Trace {
  readonly mean: string;
  readonly explanation: readonly {
    readonly step: string;
    readonly text: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly source: { readonly instrument: string };
  }[];
  readonly months: readonly {
    readonly period: string;
    readonly total: string | null;
    readonly result: {
      readonly total: string | null;
      readonly sheets: readonly {
        readonly unit: { readonly code: string };
        readonly score: {
          readonly explanation: readonly {
            readonly points: string;
            readonly items: readonly {
              readonly task: {
                readonly product: { readonly code: string };
                readonly documents: readonly { readonly number: string }[];
              } | null;
            }[];
          }[];
        } | null;
      }[];
    } | null;
  }[];
}

export interface Decision {
  readonly classification: string;
  readonly level?: string | null;
  readonly notClassified?: boolean;
  readonly reason?: string;
}

export interface Decided {
  readonly decideClassifications: {
    readonly decided: number;
    readonly refused: number;
    readonly rows: readonly { readonly errors: readonly { readonly code: string }[] }[];
  };
}
