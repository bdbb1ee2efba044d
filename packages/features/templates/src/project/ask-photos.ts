import { many, type ReadDb } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';
import type { Attachment } from '../document/template-document.ts';

/** A photo of the neighbourhood's evidence that may go with a template. */
export type LivingPhoto = {
  readonly id: string;
  readonly kind: 'problem' | 'operation' | 'task';
  /** What it shows, as the record is called here. */
  readonly title: string;
  readonly rowKey: string;
  readonly blobKey: string;
  readonly contentType: Extract<Attachment['mediaType'], `image/${string}`>;
  readonly bytes: number;
  readonly phase: string | null;
};

const OFFERED = 120;

/** The photos of a neighbourhood's problems and operations, the newest first; none of sensitive domains. */
export const askPhotos = (db: Pick<ReadDb<'province'>, 'text'>, unitId: string | SQL) =>
  many(
    db.text<LivingPhoto>(
      sql`select e.id, e.subject_kind as kind, coalesce(p.title, o.title) as title, coalesce(o.id, p.id) as "rowKey", e.blob_key as "blobKey", coalesce(e.content_type, 'image/jpeg') as "contentType", coalesce(e.bytes, 0) as bytes, e.phase from evidence e left join tasks t on e.subject_kind = 'task' and t.id = e.subject_id left join operations o on o.id = iif(e.subject_kind = 'operation', e.subject_id, t.operation_id) left join problems p on p.id = iif(e.subject_kind = 'problem', e.subject_id, o.problem_id) left join domains od on od.key = o.domain_key left join domains pd on pd.key = p.domain_key where e.unit_id = ${unitId} and e.kind = 'photo' and e.removed_at_ms is null and e.blob_key is not null and coalesce(od.is_sensitive, 0) = 0 and coalesce(pd.is_sensitive, 0) = 0 and coalesce(o.id, p.id) is not null order by e.added_at_ms desc, e.id limit ${OFFERED}`,
    ),
  );
