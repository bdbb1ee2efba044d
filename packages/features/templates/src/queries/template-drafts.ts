import { defineQuery, isMyUnit, many } from '@mahalleh/gate';
import { zInput } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { TemplateDraftList, type TemplateDraftRow } from '../draft-outputs.ts';

/** What the office writes, has sent, got back and got signed, the newest first. */
export const listTemplateDrafts = defineQuery({
  name: 'template_drafts',
  permission: 'template.draft',
  input: zInput({}),
  output: TemplateDraftList,
  ask: (db) => ({
    rows: many(
      db.text<z.infer<typeof TemplateDraftRow>>(
        sql`select d.id, d.template_id as "templateId", d.version, d.unit_id as "unitId", u.name_fa as "unitNameFa", u.name_en as "unitNameEn", d.title, d.status, (select count(*) from template_comments c where c.digest = d.digest) as comments, coalesce((select p.full_name from people p where p.id = d.written_by), '') as writer, d.amended_at_ms as "amendedAtMs" from template_drafts d join units u on u.id = d.unit_id where ${isMyUnit(sql`d.unit_id`)} order by d.amended_at_ms desc, d.id desc limit 200`,
      ),
    ),
  }),
  shape: ({ rows }) => ({ rows }),
});
