import { defineQuery, isMyUnit, one } from '@mahalleh/gate';
import { and, eq, isNotNull } from 'drizzle-orm';
import { OneEvidence, StoredFile } from '../model.ts';
import { evidence } from '../schema.ts';

const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const;

/** Where the picture of a piece of evidence lies, for who may see it. */
export const evidenceFile = defineQuery({
  name: 'evidence_file',
  permission: 'evidence.read',
  input: OneEvidence,
  output: StoredFile,
  ask: (db, input) => ({
    row: one(
      db
        .select({ blobKey: evidence.blobKey, contentType: evidence.contentType })
        .from(evidence)
        .where(and(eq(evidence.id, input.evidenceId), isNotNull(evidence.blobKey), isMyUnit(evidence.unitId))),
      'evidence_unknown',
    ),
  }),
  shape: ({ row }, { evidenceId }) => {
    const contentType = row.contentType ?? 'image/jpeg';
    return { blobKey: row.blobKey ?? '', contentType, filename: `${evidenceId}.${ENDINGS[contentType]}` };
  },
});
