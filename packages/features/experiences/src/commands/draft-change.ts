import { one, type ReadDb } from '@mahalleh/gate';
import { eq } from 'drizzle-orm';
import { experienceDrafts } from '../schema.ts';

/** A draft as it is stored. Fails: not_found `experience_draft_unknown`. */
export const askDraft = (db: ReadDb<'province'>, id: string) =>
  one(db.select().from(experienceDrafts).where(eq(experienceDrafts.id, id)), 'experience_draft_unknown');

/** The words of a draft, as an input gives them. */
export const wordsOf = ({
  kind,
  domain,
  title,
  tried = null,
  outcome = null,
  advice = null,
}: {
  readonly kind: (typeof experienceDrafts.$inferInsert)['kind'];
  readonly domain: (typeof experienceDrafts.$inferInsert)['domain'];
  readonly title: string;
  readonly tried?: string | null | undefined;
  readonly outcome?: string | null | undefined;
  readonly advice?: string | null | undefined;
}) => ({ kind, domain, title, tried, outcome, advice });
