import { columnOf, stepsOf, stepTo, type Column, type Step } from './steps';
import type { ProblemRow } from './model';

/** A problem on its way, and the step that is asked for. */
export type Move = { readonly problem: ProblemRow; readonly steps: readonly Step[]; readonly step: Step };

/** What the board knows of a move: which card is taken, where it may go, what is asked before it goes. */
export class Moving {
  /** The card under the pointer. */
  taken = $state<ProblemRow>();
  /** The column that the card is over. */
  over = $state<Column>();
  move = $state<Move>();
  readonly #may: (step: Step) => boolean;
  readonly #refused: (from: Column, to: Column) => void;

  /** `may`: whether this person may take a step anywhere; `refused`: says that there is no way from here to there. */
  constructor(may: (step: Step) => boolean, refused: (from: Column, to: Column) => void) {
    this.#may = may;
    this.#refused = refused;
  }

  /** What this person may do to a problem where it stands. */
  stepsOf(problem: ProblemRow): readonly Step[] {
    return stepsOf(problem).filter(this.#may);
  }

  /** Whether the card that is taken may be put down in this column. */
  takes(column: Column): boolean {
    return this.taken !== undefined && stepTo(this.stepsOf(this.taken), column) !== undefined;
  }

  /** Asks for a step of this problem: the one named, else the first it may take. */
  ask(problem: ProblemRow, step?: Step): void {
    const steps = this.stepsOf(problem);
    const first = step ?? steps[0];
    if (first !== undefined) this.move = { problem, steps, step: first };
  }

  /** Asks for the step to this column; says so when there is none. */
  askFor(problem: ProblemRow, to: Column): void {
    const from = columnOf(problem);
    if (from === undefined || from === to) return;
    const step = stepTo(this.stepsOf(problem), to);
    if (step === undefined) this.#refused(from, to);
    else this.ask(problem, step);
  }

  /** Puts the card down. */
  drop(column: Column): void {
    const problem = this.taken;
    this.release();
    if (problem !== undefined) this.askFor(problem, column);
  }

  /** Lets go of the card where it was. */
  release(): void {
    this.taken = undefined;
    this.over = undefined;
  }
}
