import { refuse, type Refusal } from '@mahalleh/kernel';
import type { RelationKind } from './statuses.ts';

/** A relation as it is kept: one row for each pair and kind. */
export type Relation = { readonly aId: string; readonly bId: string; readonly kind: RelationKind };

/** The one row that says it: with a direction as said, without one the smaller id first. */
export const relationOf = (fromId: string, toId: string, kind: RelationKind): Relation => {
  const [aId, bId] = kind === 'causes' || fromId < toId ? [fromId, toId] : [toId, fromId];
  return { aId, bId, kind };
};

/** Why two problems may not be related so, or undefined. */
export const whyNotRelate = (
  relation: Relation,
  other: object | undefined,
  held: readonly Relation[],
): Refusal | undefined => {
  if (relation.aId === relation.bId) return refuse('relate_to_itself', { field: 'otherId' });
  if (!other) return refuse('relation_target_unknown', { field: 'otherId' });
  const isSame = ({ aId, bId, kind }: Relation, a: string, b: string) =>
    kind === relation.kind && aId === a && bId === b;
  if (held.some((one) => isSame(one, relation.aId, relation.bId)))
    return refuse('relation_exists', { field: 'otherId' });
  return relation.kind === 'causes' && held.some((one) => isSame(one, relation.bId, relation.aId))
    ? refuse('relation_turns_around', { field: 'otherId' })
    : undefined;
};
