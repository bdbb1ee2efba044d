import { refuse, type Refusal } from '@mahalleh/kernel';
import { elementsById, nameOf } from '@mahalleh/templates/document';
import type { Decided, DrawnUp } from './draw-up.ts';
import { openIn } from './show-upgrade.ts';

/** So many names stand in a refusal; the rest is a number. */
const NAMED = 5;

const namesOf = (ids: readonly string[], { document, state }: DrawnUp): string => {
  const all = elementsById([...document.elements, ...state.locals.map(({ held }) => held)]);
  const names = [...new Set(ids)].map((id) => {
    const element = all.get(id);
    return `«${element ? nameOf(element, all) : id}»`;
  });
  return [...names.slice(0, NAMED), ...(names.length > NAMED ? ['…'] : [])].join('، ');
};

/** What is still to be decided or mapped, by name, or nothing. */
export const openRefusal = (drawn: DrawnUp, decided: Decided): Refusal | undefined => {
  const { conflicts, mappings } = openIn(drawn, decided);
  if (conflicts.length > 0)
    return refuse('upgrade_undecided', {
      field: 'decisions',
      detail: {
        count: conflicts.length,
        names: namesOf(
          conflicts.map(({ id }) => id),
          drawn,
        ),
      },
    });
  return mappings.length > 0
    ? refuse('upgrade_unmapped', {
        field: 'mapping',
        detail: {
          names: namesOf(
            mappings.map(({ id }) => id),
            drawn,
          ),
        },
      })
    : undefined;
};
