import type { Choice } from './read';

/** Offered besides the first of them: what is chosen now, so that a form can show and keep it. Those without an id are left out. */
export const withChosen = (
  first: readonly Choice[],
  ...chosen: readonly { readonly value: string | null | undefined; readonly label: string | null | undefined }[]
): readonly Choice[] => {
  const known = new Map<string, Choice>();
  for (const { value, label } of chosen) if (value) known.set(value, { value, label: label ?? '' });
  for (const one of first) known.set(one.value, one);
  return [...known.values()];
};
