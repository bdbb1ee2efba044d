import type { Cookies } from '@sveltejs/kit';

/** One line said on the next page: what was done, and how to undo it. */
export type Flash = {
  readonly text: string;
  /** A form action of this site that takes the step back, with the fields it needs. */
  readonly undo?: { readonly action: string; readonly fields: Readonly<Record<string, string>> };
};

const NAME = 'flash';
const OPTIONS = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

/** Keeps a line for the next page. */
export const leaveFlash = (cookies: Cookies, flash: Flash): void =>
  cookies.set(NAME, JSON.stringify(flash), { ...OPTIONS, maxAge: 60 });

/** Takes the line left by the page before, once. */
export const takeFlash = (cookies: Cookies): Flash | undefined => {
  const kept = cookies.get(NAME);
  if (kept === undefined) return undefined;
  cookies.delete(NAME, OPTIONS);
  try {
    const flash: unknown = JSON.parse(kept);
    return isFlash(flash) ? flash : undefined;
  } catch {
    return undefined;
  }
};

const isFlash = (value: unknown): value is Flash =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
