import { addDays, type CivilDate } from '@mahalleh/kernel';
import type { WorkCalendar } from '@mahalleh/templates/dates';
import type { TemplateElement } from '@mahalleh/templates/document';
import { realDays, type RealDays } from '../dates/index.ts';

/** A plan that is brought to its new days. */
export type Plan = {
  /** What is in use afterwards, in the words of the template, and what is only counted with. */
  readonly elements: readonly TemplateElement[];
  /** The same before. */
  readonly before: readonly TemplateElement[];
  /** The days of what has a record, as it stands. */
  readonly now: ReadonlyMap<string, RealDays>;
  /** What is in use afterwards. */
  readonly here: ReadonlySet<string>;
  /** What keeps its days: they were changed here, or it is over. */
  readonly keeps: ReadonlySet<string>;
  readonly startsOn: CivilDate;
  readonly calendar: WorkCalendar;
};

const text = ({ fields }: TemplateElement, field: string): string => {
  const value = fields[field];
  return typeof value === 'string' ? value : '';
};

const alike = (a: RealDays | undefined, b: RealDays | undefined): boolean =>
  a?.startsOn === b?.startsOn && a?.endsOn === b?.endsOn;

/** What must keep its days too, so that no task lies outside an operation that keeps its own, or before what it waits for. */
const bindsNext = (
  { elements, now, here }: Plan,
  bound: ReadonlyMap<string, RealDays>,
  days: ReadonlyMap<string, RealDays>,
): string | undefined => {
  const isFree = (id: string): boolean => here.has(id) && now.has(id) && !bound.has(id);
  for (const element of elements) {
    if (!here.has(element.id)) continue;
    if (element.kind === 'task' && isFree(element.id)) {
      const [own, of] = [days.get(element.id), bound.get(text(element, 'operationRef'))];
      if (own && of && (own.startsOn < of.startsOn || own.endsOn > of.endsOn)) return element.id;
    }
    if (element.kind === 'link' && isFree(text(element, 'afterRef'))) {
      const [waits, after] = [bound.get(text(element, 'taskRef')), days.get(text(element, 'afterRef'))];
      const lag = Number(element.fields['lagDays'] ?? 0);
      if (waits && after && waits.startsOn <= addDays(after.endsOn, lag)) return text(element, 'afterRef');
    }
  }
  return undefined;
};

/** An operation lasts as long as its tasks, whoever set its days. */
const grown = ({ elements, here }: Plan, days: ReadonlyMap<string, RealDays>): Map<string, RealDays> => {
  const all = new Map(days);
  for (const element of elements) {
    const [own, of] = [days.get(element.id), all.get(text(element, 'operationRef'))];
    if (element.kind !== 'task' || !here.has(element.id) || !own || !of) continue;
    all.set(text(element, 'operationRef'), {
      startsOn: own.startsOn < of.startsOn ? own.startsOn : of.startsOn,
      endsOn: own.endsOn > of.endsOn ? own.endsOn : of.endsOn,
    });
  }
  return all;
};

/**
 * The days of everything after an upgrade. What the versions place alike stays where it is; what was moved here or is over
 * keeps its days, and the rest goes around it. Shape: the days, or the element that would wait for itself.
 */
export const planDays = (
  plan: Plan,
): { readonly days: ReadonlyMap<string, RealDays> } | { readonly circleAt: string } => {
  const { elements, before, now, keeps, startsOn, calendar } = plan;
  const [was, will] = [before, elements].map((of) => realDays(of, startsOn, calendar));
  if (!will || 'circleAt' in will) return will ?? { circleAt: '' };
  const wasDays = was && 'days' in was ? was.days : new Map<string, RealDays>();
  const bound = new Map([...now].filter(([id]) => keeps.has(id) || alike(wasDays.get(id), will.days.get(id))));
  for (;;) {
    const found = realDays(elements, startsOn, calendar, bound);
    if ('circleAt' in found) return found;
    // Targets have no plan around them: theirs are as given when they keep them.
    const days = new Map([...found.days, ...bound]);
    const next = bindsNext(plan, bound, days);
    const kept = next === undefined ? undefined : now.get(next);
    if (next === undefined || !kept) return { days: grown(plan, days) };
    bound.set(next, kept);
  }
};
