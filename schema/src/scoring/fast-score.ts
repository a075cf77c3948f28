import type { ScoringRole } from '../evaluation/assignment.ts';
import type { Level } from '../evaluation/level.ts';
import { type Rational, rational, toDisplay } from '../primitives/rational.ts';
import { type CompactExplanation, type CompactLine, expandExplanation } from './compact-explanation.ts';
import type { ExplanationLine, ScoredPeriod, ScoreInput } from './period-score.ts';
import type { ScoringPlan } from './scoring-plan.ts';

/** Whole numbers, each exact in a double, over the denominators named. Components by the law's letters; dd is đ. */
export interface FastFigures {
  /** What each item counts with: three runs (quantity, quality, progress), over `itemDenominator`. */
  readonly counted: readonly number[];
  readonly itemDenominator: number;
  readonly extra: number;
  readonly assigned: number;
  /** The sums before the cap, over `assigned`. */
  readonly quantity: number;
  readonly quality: number;
  readonly progress: number;
  /** The components used, over `base`. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly dd: number;
  readonly e: number;
  readonly base: number;
  /** Points, over `pointsDenominator`; `resultPoints` before, `usedPoints` after the cap of the section. */
  readonly generalPoints: number;
  readonly resultPoints: number;
  readonly usedPoints: number;
  readonly total: number;
  readonly pointsDenominator: number;
  readonly level: Level;
}

/** A score held as whole numbers; fractions and lines are made when they are read. */
export class FastScore implements ScoredPeriod {
  readonly state = 'SCORED';
  readonly level: Level;
  private readonly plan: ScoringPlan;
  private readonly input: ScoreInput;
  private readonly figures: FastFigures;
  private lines: readonly ExplanationLine[] | null = null;
  private stored: CompactExplanation | null = null;

  constructor(plan: ScoringPlan, input: ScoreInput, figures: FastFigures) {
    this.plan = plan;
    this.input = input;
    this.figures = figures;
    this.level = figures.level;
  }

  get ruleSet(): string {
    return this.plan.ruleSet.code;
  }
  get ruleSetVersion(): number {
    return this.plan.ruleSet.version;
  }
  get role(): ScoringRole {
    return this.input.role;
  }
  get general(): Rational {
    return this.input.general;
  }
  get quantity(): Rational {
    return rational(this.figures.a, this.figures.base);
  }
  get quality(): Rational {
    return rational(this.figures.b, this.figures.base);
  }
  get progress(): Rational {
    return rational(this.figures.c, this.figures.base);
  }
  get unitResult(): Rational | null {
    return this.role === 'LEADER' ? rational(this.figures.d, this.figures.base) : null;
  }
  get organising(): Rational | null {
    return this.role === 'LEADER' ? rational(this.figures.dd, this.figures.base) : null;
  }
  get cohesion(): Rational | null {
    return this.role === 'LEADER' ? rational(this.figures.e, this.figures.base) : null;
  }
  get raw(): ScoredPeriod['raw'] {
    const { assigned, quantity, quality, progress } = this.figures;
    return {
      quantity: rational(quantity, assigned),
      quality: rational(quality, assigned),
      progress: rational(progress, assigned),
    };
  }
  get extraUnits(): Rational {
    return rational(this.figures.extra, this.figures.itemDenominator);
  }
  get resultPoints(): Rational {
    return rational(this.figures.usedPoints, this.figures.pointsDenominator);
  }
  get total(): Rational {
    return rational(this.figures.total, this.figures.pointsDenominator);
  }
  get display(): string {
    return toDisplay(
      this.total,
      this.plan.thresholds.map(({ atLeast }) => atLeast),
    );
  }
  get explanation(): readonly ExplanationLine[] {
    this.lines ??= expandExplanation(this.plan.ruleSet, this.compact);
    return this.lines;
  }
  get compact(): CompactExplanation {
    this.stored ??= this.toCompact();
    return this.stored;
  }

  private toCompact(): CompactExplanation {
    const { ruleSet, integers } = this.plan;
    if (integers === null) throw new Error('a fast score has an integer plan');
    const { general, quantity, quality, progress, unitResult, organising, cohesion, sectionCap } = ruleSet.rules;
    const figures = this.figures;
    const generalDenominator = this.input.general.smallDenominator;
    const [wa = 0, wb = 0, wc = 0, wd = 0, wdd = 0, we = 0] = integers.weights;
    const lines: CompactLine[] = [
      [general.id, figures.generalPoints, figures.generalPoints],
      [quantity.id, figures.a, wa * figures.a * generalDenominator],
      [quality.id, figures.b, wb * figures.b * generalDenominator],
      [progress.id, figures.c, wc * figures.c * generalDenominator],
    ];
    if (this.input.role === 'LEADER') {
      lines.push(
        [unitResult.id, figures.d, wd * figures.d * generalDenominator],
        [organising.id, figures.dd, wdd * figures.dd * generalDenominator],
        [cohesion.id, figures.e, we * figures.e * generalDenominator],
      );
    }
    if (figures.usedPoints < figures.resultPoints) {
      lines.push([sectionCap.id, figures.resultPoints, figures.usedPoints - figures.resultPoints]);
    }
    return {
      format: 1,
      ruleSet: ruleSet.code,
      version: ruleSet.version,
      lines,
      valueDenominator: figures.base,
      pointsDenominator: figures.pointsDenominator,
      itemDenominator: figures.itemDenominator,
      items: figures.counted,
    };
  }
}
