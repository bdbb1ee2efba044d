import { m } from '$lib/paraglide/messages';
import type { Preview, PreviewElement } from './model';

/** One thing that can be chosen for an element. Shape of the value: `take`, `keep`, `out`, `new`, `map:KEY` or `join:KEY`. */
export type ChoiceOption = {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
  readonly detail?: string;
};

const MAPPED = ['domain', 'role', 'agency', 'committee', 'capacity'] as const;
const isMapped = (kind: string): kind is (typeof MAPPED)[number] => MAPPED.some((one) => one === kind);

const newLabel = (kind: string): string =>
  kind === 'committee' ? m.adoptions_choice_new_committee() : m.adoptions_choice_new_domain();

const targets = (element: PreviewElement, { options }: Preview): ChoiceOption[] => {
  if (!isMapped(element.kind)) return [];
  const { rows, mayAdd } = options[element.kind];
  const guessed = new Set(element.mapsTo.map(({ key }) => key));
  const label = (text: string): string =>
    element.kind === 'committee' ? m.adoptions_choice_form({ name: text }) : text;
  return [
    ...element.mapsTo.map((guess) => ({
      value: `map:${guess.key}`,
      label: label(guess.label),
      group: m.adoptions_choice_group_guess(),
    })),
    ...rows
      .filter(({ key }) => !guessed.has(key))
      .map(({ key, label: text, note }) => ({
        value: `map:${key}`,
        label: label(text),
        group: m.adoptions_choice_group_here(),
        ...(element.kind === 'role' && note !== null ? { detail: note } : {}),
      })),
    ...(mayAdd ? [{ value: 'new', label: newLabel(element.kind) }] : []),
  ];
};

const LANDS: readonly string[] = ['problem', 'operation', 'task', 'link', 'duty', 'indicator', 'target'];

/** What can be chosen for an element, what is proposed for it first. */
export const choicesFor = (element: PreviewElement, preview: Preview): ChoiceOption[] => [
  ...element.joins.map(({ key, label }) => ({ value: `join:${key}`, label: m.adoptions_choice_join({ name: label }) })),
  ...(LANDS.includes(element.kind) ? [{ value: 'take', label: m.adoptions_choice_new() }] : []),
  ...(element.kind === 'capacity' ? [{ value: 'keep', label: m.adoptions_choice_look() }] : []),
  ...targets(element, preview),
  ...(LANDS.includes(element.kind) || isMapped(element.kind)
    ? []
    : [{ value: 'keep', label: m.adoptions_choice_keep() }]),
  { value: 'out', label: m.adoptions_choice_out() },
];

/** What is proposed for an element. */
export const proposedFor = (element: PreviewElement): string => {
  const [join] = element.joins;
  const [target] = element.mapsTo;
  if (join) return `join:${join.key}`;
  if (target) return `map:${target.key}`;
  if (element.meeting === 'clash' || (isMapped(element.kind) && element.kind !== 'capacity')) return 'out';
  return LANDS.includes(element.kind) ? 'take' : 'keep';
};

const bare = (value: string): string => value.slice(value.indexOf(':') + 1);

/** The body of `template.adopt` from the form: `elements.ID` says what becomes of each, `parts` which parts are taken. */
export const adoptBody = (read: Record<string, unknown>, form: FormData): Record<string, unknown> => {
  const chosen = [...form].flatMap(([name, value]): [string, string][] =>
    name.startsWith('elements.') && typeof value === 'string' ? [[name.slice('elements.'.length), value]] : [],
  );
  const offered = form.getAll('offered').map(String);
  const taken = new Set(form.getAll('parts').map(String));
  const { elements: _elements, parts: _parts, offered: _offered, ...rest } = read;
  return {
    ...rest,
    withoutParts: offered.filter((part) => !taken.has(part)),
    without: chosen.flatMap(([id, value]) => (value === 'out' ? [id] : [])),
    mapping: Object.fromEntries(
      chosen.flatMap(([id, value]) =>
        value.startsWith('map:') ? [[id, bare(value)]] : value === 'new' ? [[id, 'new']] : [],
      ),
    ),
    joins: Object.fromEntries(chosen.flatMap(([id, value]) => (value.startsWith('join:') ? [[id, bare(value)]] : []))),
  };
};
