import type { FormAnswer } from '$lib/action';

/** What a field shows at first: the stored value, before anything was typed. */
export type Initial = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What a field of `@mahalleh/ui` needs to know about itself. */
export type Filled = { readonly name: string; readonly value: string; readonly error?: string };

/**
 * Gives each field of one form its value and its error: `const f = $derived(filled(form, 'register'))`, then `<TextField {...f('title')} … />`.
 * What was typed comes first, then the stored value.
 */
export const filled = (answer: FormAnswer | null | undefined, action = 'default', initial: Initial = {}) => {
  const mine = answer?.action === action && !answer.done ? answer : undefined;
  return (name: string): Filled => {
    const typed = mine?.values[name];
    const value = (Array.isArray(typed) ? typed[0] : typed) ?? (mine === undefined ? initial[name] : undefined) ?? '';
    const error = mine?.errors.find((fault) => fault.field === name)?.title;
    return { name, value: String(value), ...(error === undefined ? {} : { error }) };
  };
};
