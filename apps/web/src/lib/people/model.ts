import type { FormAnswer } from '$lib/action';
import type { zAccount } from '@mahalleh/identity/model';
import type { zPeoplePage, zPersonPage } from '@mahalleh/people/model';

/** One page of people. */
export type People = (typeof zPeoplePage)['_output'];
/** One person in a list. */
export type PersonRow = People['rows'][number];
/** One person with roles and history. */
export type Person = (typeof zPersonPage)['_output'];
/** One role that a person holds. */
export type Held = Person['roles'][number];
/** A person's account as an administrator sees it. */
export type Account = (typeof zAccount)['_output'];
/** What is shown once after a command, and never again. */
export type Once = FormAnswer & {
  /** A one-time link; its address is missing when it was shown before. */
  readonly link?: { readonly href: string | undefined; readonly expiresAtMs: number };
};
