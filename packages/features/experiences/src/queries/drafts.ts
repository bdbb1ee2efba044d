import { defineQuery, many } from '@mahalleh/gate';
import { zInput } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { DraftList, type DraftRow } from '../model.ts';

/** What the office has begun to write and not yet published, the newest first. */
export const listDrafts = defineQuery({
  name: 'experience_drafts',
  permission: 'experience.draft',
  input: zInput({}),
  output: DraftList,
  ask: (db) => ({
    rows: many(
      db.text<z.infer<typeof DraftRow>>(
        sql`select d.id, d.kind, d.domain, d.title, coalesce((select p.full_name from people p where p.id = d.written_by), '') as writer, d.amended_at_ms as "amendedAtMs" from experience_drafts d order by d.amended_at_ms desc, d.id desc limit 100`,
      ),
    ),
  }),
  shape: ({ rows }) => ({ rows }),
});
