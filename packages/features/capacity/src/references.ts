import { and, eq, isNull, sql } from 'drizzle-orm';
import { agencies } from '@mahalleh/agencies/schema';
import type { References } from './rules.ts';

/** Keeps the one standing agency. Any of the province may be named: what it offers often comes from beyond the neighbourhood. */
export const isStandingAgency = (id: string | null | undefined) =>
  and(eq(agencies.id, id ?? ''), isNull(agencies.retiredAtMs));

/** SQL that gives the one domain. In text, because the domains belong to the problems feature, which capacities do not depend on. */
export const domainSql = (key: string | null | undefined) =>
  sql`select d.key from domains d where d.key = ${key ?? ''}`;

const found = <T>(named: string | null | undefined, row: T | undefined): T | null | undefined =>
  named === null || named === undefined ? undefined : (row ?? null);

/** What was named and what of it was found. */
export const referencesOf = (
  input: { agencyId?: string | null | undefined; domainKey?: string | null | undefined },
  state: { agency: object | undefined; domain: object | undefined },
): References => ({ agency: found(input.agencyId, state.agency), domain: found(input.domainKey, state.domain) });
