import { and, eq, isNull } from 'drizzle-orm';
import { change, type Change, type Home, type WriteDb } from '@mahalleh/gate';
import { LIFE } from './rules.ts';
import { invitations } from './schema.ts';

/** A one-time link about to be. */
export type NewLink = {
  readonly id: string;
  readonly personId: string;
  readonly email: string;
  readonly tokenHash: string;
  readonly purpose: 'invite' | 'reset';
};

/** When a link made now ends. Unit: UTC milliseconds. */
export const linkEnds = (purpose: NewLink['purpose'], nowMs: number): number => nowMs + LIFE[purpose];

/** Makes a link, and ends the earlier ones of the same person. */
export const openLink = (db: WriteDb<Home>, link: NewLink, nowMs: number): Change[] => [
  change(
    db
      .update(invitations)
      .set({ expiresAtMs: nowMs })
      .where(and(eq(invitations.personId, link.personId), isNull(invitations.usedAtMs))),
  ),
  change(db.insert(invitations).values({ ...link, createdAtMs: nowMs, expiresAtMs: linkEnds(link.purpose, nowMs) })),
];
