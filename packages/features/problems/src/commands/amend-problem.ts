import { areThese, erased, evidence, isEvidenceOfProblem, problemFamily } from '@mahalleh/evidence';
import { change, defineCommand, guarded, many, maybe, one } from '@mahalleh/gate';
import { foldText, isRefusal, refuse, whyNotInProvince } from '@mahalleh/kernel';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type * as z from 'zod';
import { domainStands } from '../domain-stands.ts';
import { AmendProblem, Changed } from '../model.ts';
import { dropOperationPlaces, otherPlaces } from '../other-places.ts';
import { isAt, isMine, type ProblemRow } from '../reach.ts';
import { asBefore, holdDomain } from '../reversals.ts';
import { amend, WHOLE, whysOf } from '../rules.ts';
import { domains, problems } from '../schema.ts';

type Said = z.output<typeof AmendProblem>;

const photosOf = (problemId: string) =>
  sql`from evidence e where e.kind = 'photo' and e.removed_at_ms is null and ${isEvidenceOfProblem(problemId)}`;

/** The words and figures that were said, and nothing else. */
const saidFields = (said: Said): Partial<ProblemRow> => ({
  ...(said.domainKey === undefined ? {} : { domainKey: said.domainKey }),
  ...(said.title === undefined ? {} : { title: said.title, titleFolded: foldText(said.title) }),
  ...(said.description === undefined ? {} : { description: said.description }),
  ...(said.severity === undefined ? {} : { severity: said.severity }),
  ...(said.peopleAffected === undefined ? {} : { peopleAffected: said.peopleAffected }),
  ...whysOf(said),
});

/** Corrects an open problem. When it becomes sensitive, its point and photos go, those of its operations too, and only if that was said. */
export const amendProblem = defineCommand({
  name: 'problem.amend',
  permission: 'problem.amend',
  input: AmendProblem,
  output: Changed,
  load: (db, { problemId, domainKey }) => ({
    problem: one(db.select().from(problems).where(isMine(problemId)), 'problem_unknown'),
    domain: maybe(
      db
        .select({ isSensitive: domains.isSensitive, retiredAtMs: domains.retiredAtMs })
        .from(domains)
        .where(eq(domains.key, domainKey ?? sql`(select p.domain_key from problems p where p.id = ${problemId})`)),
    ),
    was: one(
      db
        .select({ isSensitive: domains.isSensitive })
        .from(domains)
        .where(eq(domains.key, sql`(select p.domain_key from problems p where p.id = ${problemId})`)),
      'problem_unknown',
    ),
    photos: many(db.text<{ id: string; blob_key: string | null }>(sql`select e.id, e.blob_key ${photosOf(problemId)}`)),
    places: one(db.text<{ count: number }>(sql`select ${otherPlaces(sql`${problemId}`)} as count`)),
  }),
  compute: async ({ problem, domain, photos, places }, input, { blobs, workspace }) => {
    // A problem may stay in a domain that was retired since; no other may come into it.
    if (
      !domain ||
      (domain.retiredAtMs !== null && input.domainKey !== undefined && input.domainKey !== problem.domainKey)
    )
      return refuse('domain_unknown', { field: 'domainKey' });
    const elsewhere = whyNotInProvince(workspace, input);
    if (elsewhere) return elsewhere;
    const amendment = amend(problem, input, domain.isSensitive, { photos: photos.length, otherPlaces: places.count });
    if (!isRefusal(amendment) && amendment.dropsPhotos && problem.revision === input.revision)
      for (const { blob_key } of photos) if (blob_key !== null) await blobs.remove(blob_key);
    return isRefusal(amendment) ? amendment : { ...amendment, domain, isSensitive: domain.isSensitive };
  },
  decide: (_state, input, _facts, amendment) =>
    isRefusal(amendment) ? amendment : { ...amendment, change: { ...saidFields(input), ...amendment.place } },
  save: (db, decision, { problem, photos }, { problemId, revision }, { nowMs }) => [
    domainStands(db, decision.change.domainKey ?? problem.domainKey, decision.domain),
    ...(decision.dropsPhotos
      ? [
          change(
            db
              .update(evidence)
              .set(erased(nowMs))
              .where(areThese(photos.map(({ id }) => id))),
          ),
        ]
      : []),
    ...(decision.dropsOtherPlaces
      ? [
          change(
            db
              .update(problems)
              .set(WHOLE)
              .where(inArray(problems.id, sql`(${problemFamily(problemId)})`)),
          ),
          change(db.text(dropOperationPlaces(sql`${problemId}`))),
        ]
      : []),
    // Looked at again while it is written: a photo or a place may have come since.
    guarded(
      db
        .update(problems)
        .set({ ...decision.change, revision: revision + 1 })
        .where(
          and(
            isAt(problemId, revision),
            decision.isSensitive
              ? sql`not exists (select 1 ${photosOf(problemId)}) and ${otherPlaces(sql`${problemId}`)} = 0`
              : undefined,
          ),
        ),
    ),
  ],
  // What was dropped because the problem became sensitive does not come back, and a place comes back only where it may still be.
  reversal: ({ change, dropsPhotos, dropsOtherPlaces, isSensitive }, { problem, was }, { revision }) =>
    dropsPhotos || dropsOtherPlaces || isSensitive || was.isSensitive
      ? undefined
      : { steps: [...asBefore(problem, change, revision + 1).steps, holdDomain(problem.domainKey, false)] },
  audit: ({ change, dropsPhotos }, { problem }) => ({
    subject: problem.id,
    unitId: problem.unitId,
    fields: [
      ...Object.keys(change).filter(
        (field) => change[field as keyof typeof change] !== problem[field as keyof typeof change],
      ),
      ...(dropsPhotos ? ['photos'] : []),
    ],
  }),
  answer: (_decision, _state, { problemId, revision }) => ({ id: problemId, revision: revision + 1 }),
});
