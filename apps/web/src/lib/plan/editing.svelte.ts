import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import { networkOf, planOf, proposalOf, type Link, type Move, type Proposal } from '@mahalleh/operations/schedule';
import type { Locale } from '@mahalleh/ui';
import { placeAfter, type GanttEditing, type Grip, type Place } from '@mahalleh/ui/gantt-line';
import { dayNumber, daysText, longDay, placeOf, shortDay } from './days';
import type { Plan, PlanTask } from './model';

/** Where a change stands: nothing is meant, it is being shown, an answer is awaited, or it is on its way. */
export type Stage = 'still' | 'moving' | 'asking' | 'sending';

const NOTHING: Proposal = { faults: [], pushed: [], growths: [] };

/** A change of the plan that is being thought about: bars, links, and what both would push. Nothing is saved by it. */
export class PlanEditing implements GanttEditing {
  stage = $state<Stage>('still');
  asked = $state.raw<Move>();
  newLink = $state.raw<Link>();
  /** The task that the next picked one is to wait for. */
  linking = $state<string>();
  /** The link that is to be taken away. */
  unlinking = $state.raw<{ taskId: string; afterId: string }>();
  /** The bar that the focus goes back to, once what was asked about it is answered. */
  returnTo = $state<string>();
  /** What was last said, for who does not see the bars. */
  says = $state('');
  readonly #plan: () => Plan;
  readonly #locale: Locale;
  readonly #tasks = $derived.by(() => new Map(this.#plan().tasks.map((task) => [task.id, task])));
  readonly #network = $derived.by(() => {
    const { tasks, links, operations } = this.#plan();
    return networkOf(planOf({ tasks, links, operations }));
  });
  readonly proposal = $derived.by((): Proposal => {
    if (this.newLink) return proposalOf(this.#network, { link: this.newLink });
    return this.asked ? proposalOf(this.#network, { moves: [this.asked] }) : NOTHING;
  });
  readonly draft = $derived.by((): ReadonlyMap<string, Place> => {
    const moves = this.asked ? [this.asked, ...this.proposal.pushed] : this.proposal.pushed;
    return new Map(moves.map(({ id, start, due }) => [id, { start, due }]));
  });

  constructor(plan: () => Plan, locale: Locale) {
    this.#plan = plan;
    this.#locale = locale;
  }

  /** The task of an id. */
  task(id: string | undefined): PlanTask | undefined {
    return id === undefined ? undefined : this.#tasks.get(id);
  }

  /** Whether anything of it becomes later, so that a reason is asked for. */
  get isLater(): boolean {
    const { growths, pushed } = this.proposal;
    const moves = this.asked ? [this.asked, ...pushed] : pushed;
    const ends = new Map(this.#plan().operations.map(({ id, endsOn }) => [id, dayNumber(endsOn)]));
    return (
      moves.some(({ id, due }) => due > dayNumber(this.#tasks.get(id)?.dueOn ?? '')) ||
      growths.some(({ operationId, end }) => end > (ends.get(operationId) ?? end))
    );
  }

  /** Whether it needs nobody's yes: it pushes nothing, makes nothing later and nothing longer. */
  get isPlain(): boolean {
    const { faults, pushed, growths } = this.proposal;
    return faults.length === 0 && pushed.length === 0 && growths.length === 0 && !this.isLater;
  }

  move(id: string, place: Place): void {
    this.stage = 'moving';
    this.asked = { id, ...place };
  }

  drop(id: string): void {
    const place = this.asked;
    const task = this.task(id);
    if (!place || !task) return this.cancel();
    const was = placeOf(task);
    if (was.start === place.start && was.due === place.due) return this.cancel();
    this.says = this.#sentence();
    this.stage = this.isPlain ? 'sending' : 'asking';
  }

  nudge(id: string, grip: Grip, days: number): void {
    const task = this.task(id);
    if (!task || task.status !== 'open' || !task.mayAct || this.stage === 'sending') return;
    if (this.asked && this.asked.id !== id) {
      this.says = m.plan_first_decide();
      return;
    }
    const held: Grip = task.isMilestone ? 'whole' : grip;
    this.move(id, placeAfter(this.asked ?? placeOf(task), held, days));
    this.says = `${this.#sentence()} ${m.plan_keys_commit()}`;
  }

  commit(id: string): void {
    if (this.asked?.id === id) this.drop(id);
  }

  cancel(): void {
    if (this.asked || this.newLink || this.linking) this.says = m.plan_taken_back();
    this.clear();
  }

  link(id: string): void {
    const task = this.task(id);
    if (!task) return;
    this.clear();
    this.linking = id;
    this.says = m.plan_link_pick({ task: task.title });
  }

  pick(id: string): void {
    const afterId = this.linking;
    const task = this.task(id);
    if (afterId === undefined || !task || id === afterId) return;
    this.linking = undefined;
    this.newLink = { taskId: id, afterId, lagDays: 0 };
    this.says = this.#sentence();
    this.stage = this.isPlain ? 'sending' : 'asking';
  }

  unlink(id: string): void {
    const links = this.#plan().links.filter(({ taskId }) => taskId === id);
    const [only] = links;
    if (links.length === 1 && only) this.unlinking = only;
    else this.says = links.length === 0 ? m.plan_unlink_none() : m.plan_unlink_many();
  }

  /** Forgets the change, kept or not. */
  clear(): void {
    if (this.stage === 'asking' || this.stage === 'sending') this.returnTo = this.asked?.id ?? this.newLink?.taskId;
    this.stage = 'still';
    this.asked = undefined;
    this.newLink = undefined;
    this.linking = undefined;
    this.unlinking = undefined;
  }

  /** What cannot be, in the reader's words. */
  faultText(fault: Proposal['faults'][number]): string {
    const titleOf = (id: string): string => this.task(id)?.title ?? '';
    if (fault.kind === 'loop')
      return m.plan_fault_loop({ loop: [...fault.ids, fault.ids[0] ?? ''].map(titleOf).join(' ← ') });
    if (fault.kind === 'before_predecessor')
      return m.plan_fault_before({ task: titleOf(fault.afterId), day: longDay(fault.earliest, this.#locale) });
    return fault.kind === 'backwards' ? m.plan_fault_backwards() : m.plan_fault_fixed({ task: titleOf(fault.id) });
  }

  #sentence(): string {
    const { faults, pushed, growths } = this.proposal;
    const n = (value: number): string => formatNumber(value, this.#locale);
    const operations = new Map(this.#plan().operations.map(({ id, title }) => [id, title]));
    const task = this.task(this.asked?.id ?? this.newLink?.taskId);
    const where = this.asked
      ? m.plan_says_moved({
          task: task?.title ?? '',
          from: longDay(this.asked.start, this.#locale),
          to: longDay(this.asked.due, this.#locale),
          change: this.changeText(this.asked),
        })
      : m.plan_says_linked({ task: task?.title ?? '', after: this.task(this.newLink?.afterId)?.title ?? '' });
    return [
      where,
      ...faults.map((fault) => this.faultText(fault)),
      ...(pushed.length > 0 ? [m.plan_says_pushes({ n: n(pushed.length) })] : []),
      ...growths.map(({ operationId, end }) =>
        m.plan_says_grows({ operation: operations.get(operationId) ?? '', day: shortDay(end, this.#locale) }),
      ),
    ].join(' ');
  }

  /** How far a bar goes: «۳ روز دیرتر», «۲ روز کوتاه‌تر». */
  changeText({ id, start, due }: Move): string {
    const task = this.task(id);
    if (!task) return '';
    const was = placeOf(task);
    const [begins, ends] = [start - was.start, due - was.due];
    const days = (value: number): string => daysText(Math.abs(value), this.#locale);
    if (begins === ends)
      return begins === 0
        ? m.plan_unmoved()
        : begins > 0
          ? m.plan_later({ days: days(begins) })
          : m.plan_earlier({ days: days(begins) });
    const longer = ends - begins;
    return longer > 0 ? m.plan_longer({ days: days(longer) }) : m.plan_shorter({ days: days(longer) });
  }
}
