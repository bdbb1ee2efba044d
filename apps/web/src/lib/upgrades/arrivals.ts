import { whyOf } from '$lib/adoptions/words';
import { m } from '$lib/paraglide/messages';
import type { Locale, Status } from '@mahalleh/ui';
import type { Upgrade } from './model';

/** A new element that meets something that is here. */
export type Arrival = Upgrade['arrivals'][number];

/** Something that can be said of a new element. Shape of the value: `theirs`, `mine`, `new`, a kind of committee, or `join:` and the record. */
export type ArrivalChoice = { readonly value: string; readonly label: string; readonly isChosen: boolean };

/** What can be said of a new element, what is likely first; while it clashes and nobody said anything, what is like it is proposed. */
export const arrivalChoices = (
  { clash, joins, kinds, mayAddKind, choice }: Arrival,
  locale: Locale,
): ArrivalChoice[] => {
  const isAsItIs = choice === null || choice === 'theirs';
  const [guess] = joins;
  const proposed = guess && `join:${guess.key}`;
  const chosen = isAsItIs && clash ? proposed : (choice ?? 'theirs');
  const beside = locale === 'fa' ? '؛ ' : '; ';
  const options = [
    ...joins.map(({ key, label, why }) => ({
      value: `join:${key}`,
      label: [m.adoptions_choice_join({ name: label }), whyOf(why)].join(beside),
    })),
    ...kinds.map(({ id, name }) => ({ value: id, label: m.adoptions_choice_form({ name }) })),
    ...(mayAddKind ? [{ value: 'new', label: m.adoptions_choice_new_committee() }] : []),
    // What clashes as it is cannot be made so: it is one of the others.
    ...(isAsItIs && clash ? [] : [{ value: 'theirs', label: m.adoptions_choice_new() }]),
    { value: 'mine', label: m.adoptions_choice_out() },
  ];
  return options.map((option) => ({ ...option, isChosen: option.value === chosen }));
};

/** How a new element meets what is here: a mark and a word. */
export const arrivalMark = ({ clash, choice }: Arrival): { status: Status; label: string } => {
  if (clash) return { status: 'late', label: m.adoptions_meets_clash() };
  return choice === null
    ? { status: 'doing', label: m.adoptions_meets_exists() }
    : { status: 'done', label: m.upgrades_arrival_said() };
};

/** How many of an upgrade's questions there are, and how many of them are open. */
export const questionsOf = ({
  conflicts,
  mappings,
  arrivals,
}: Upgrade): { readonly all: number; readonly open: number } => {
  const asked = arrivals.filter(({ clash, choice }) => clash !== null || choice !== null);
  const open =
    conflicts.filter(({ decision }) => decision === null).length +
    mappings.filter(({ target }) => target === null).length +
    asked.filter(({ clash }) => clash !== null).length;
  return { all: conflicts.length + mappings.length + asked.length, open };
};
