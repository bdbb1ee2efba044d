import { guarded, type Change, type WriteDb } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';

/** The change that fails unless the domain is as it was read: it may have become sensitive, or been retired, since. */
export const domainStands = (
  db: WriteDb<'province'>,
  key: string,
  { isSensitive, retiredAtMs }: { readonly isSensitive: boolean; readonly retiredAtMs: number | null },
): Change =>
  guarded(
    db.text(
      sql`update domains set ord = ord where key = ${key} and is_sensitive = ${Number(isSensitive)} and retired_at_ms is ${retiredAtMs}`,
    ),
  );
