import { isolated } from '$lib/indicators/words';
import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Locale } from '@mahalleh/ui';
import { numberIn, textIn, type ElementsById, type TemplateElement } from './model';

/** A bar on the relative timeline: days from the first day of use. */
export type Bar = { readonly from: number; readonly to: number };

/** When an element begins and how long it lasts, in words. `first`: what day zero is called. */
export const whenWord = (element: TemplateElement, byId: ElementsById, locale: Locale): string => {
  const n = (value: number): string => formatNumber(value, locale);
  const days = numberIn(element, 'startDays') ?? 0;
  const after = byId.get(textIn(element, 'startAfterRef'));
  const name = after ? isolated(after.name) : '';
  const start = after
    ? days === 0
      ? m.templates_when_after_at_once({ name })
      : m.templates_when_after({ days: n(days), name })
    : days === 0
      ? m.templates_when_first()
      : days < 0
        ? m.templates_when_before({ days: n(-days) })
        : m.templates_when_start({ days: n(days) });
  const lasts = numberIn(element, 'lastsDays') ?? 1;
  const length =
    element.fields['isMilestone'] === true ? m.templates_when_milestone() : m.templates_when_lasts({ days: n(lasts) });
  return [start, length].join(locale === 'fa' ? '، ' : ', ');
};

/**
 * Where each element lies, counted in days without a calendar: after what it waits for, `startDays` on, for `lastsDays`. Tasks
 * begin with their operation. The real days are counted when the template is used.
 */
export const barsOf = (elements: readonly TemplateElement[], byId: ElementsById): ReadonlyMap<string, Bar> => {
  const bars = new Map<string, Bar>();
  const open = new Set<string>();
  const barOf = (element: TemplateElement): Bar => {
    const known = bars.get(element.id);
    if (known) return known;
    // A signed document has no circles; one in review may.
    if (open.has(element.id)) return { from: 0, to: 0 };
    open.add(element.id);
    const after = byId.get(textIn(element, 'startAfterRef'));
    const parent = byId.get(textIn(element, 'operationRef'));
    const anchor = after ? barOf(after).to : parent ? barOf(parent).from : 0;
    const waited = elements
      .filter((link) => link.kind === 'link' && textIn(link, 'taskRef') === element.id)
      .map((link) => {
        const before = byId.get(textIn(link, 'afterRef'));
        return before ? barOf(before).to + (numberIn(link, 'lagDays') ?? 0) : 0;
      });
    const from = Math.max(anchor + (numberIn(element, 'startDays') ?? 0), ...waited);
    const bar = { from, to: from + (numberIn(element, 'lastsDays') ?? 1) };
    open.delete(element.id);
    bars.set(element.id, bar);
    return bar;
  };
  for (const element of elements) if (element.kind === 'operation' || element.kind === 'task') barOf(element);
  return bars;
};
