import { civilDateOf, daysBetween, type CivilDate } from '@mahalleh/kernel';
import type { OverlapItem } from './overlap-model.ts';
import { daysTogether, OVERLAP_DEGREES, overlapOf, type Held, type Other } from './overlap-rules.ts';
import type { Candidate } from './overlap-scope.ts';
import { overlapReasons } from './overlap-text.ts';
import { civil } from './rules.ts';
import type { OperationRow } from './schema.ts';

const doneOn = (atMs: number | null): CivilDate | null => (atMs === null ? null : civilDateOf(atMs));

const heldOf = (operation: OperationRow, countyId: string | null): Held => ({
  ...operation,
  countyId,
  startsOn: civil(operation.startsOn),
  endsOn: civil(operation.endsOn),
  doneOn: doneOn(operation.finishedAtMs),
});

const otherOf = (candidate: Candidate): Other => ({
  ...candidate,
  startsOn: civil(candidate.startsOn),
  endsOn: civil(candidate.endsOn),
  doneOn: doneOn(candidate.finishedAtMs),
  distanceM: candidate.squareM2 === null ? null : Math.sqrt(candidate.squareM2),
});

const namesOf = (json: string | null): string[] => (json === null ? [] : (JSON.parse(json) as string[]));

/** The codes that were named when an operation was approved. */
export const notedCodes = ({ overlapsNoted }: Pick<OperationRow, 'overlapsNoted'>): string[] => namesOf(overlapsNoted);

/** The operations among the candidates that overlap with one, the strongest first. */
export const overlapsOf = (
  operation: OperationRow,
  countyId: string | null,
  candidates: readonly Candidate[],
  today: CivilDate,
): OverlapItem[] => {
  const own = heldOf(operation, countyId);
  const noted = notedCodes(operation);
  const found = candidates.flatMap((candidate) => {
    const other = otherOf(candidate);
    const overlap = overlapOf(own, other, today);
    if (overlap === undefined) return [];
    const isVisible = candidate.isVisible === 1;
    const unit =
      candidate.unitNameFa === null
        ? null
        : { fa: candidate.unitNameFa, en: candidate.unitNameEn ?? candidate.unitNameFa };
    const days = other.doneOn === null ? daysTogether(own, other, today) : daysBetween(other.doneOn, own.startsOn);
    const { operationId, code, title, unitNameFa, unitNameEn, agencyId, agencyName, status } = candidate;
    const item: OverlapItem = {
      ...{ operationId, code, isVisible, title, unitNameFa, unitNameEn, agencyId, agencyName, status, ...overlap },
      unitId: isVisible ? candidate.unitId : null,
      responsible: namesOf(candidate.responsibleJson),
      startsOn: candidate.startsOn,
      endsOn: candidate.endsOn,
      isSameAgency: agencyId !== null && agencyId === operation.agencyId,
      isNoted: noted.includes(code),
      reasons: overlapReasons({
        ...overlap,
        domainTitle: { fa: candidate.domainTitleFa, en: candidate.domainTitleEn },
        unit,
        distanceM: other.distanceM,
        days,
        isSameProblem: own.problemId !== null && own.problemId === other.problemId,
        theirAudience: other.audience,
      }),
    };
    return [item];
  });
  // The candidates came the most alike first, and the sort keeps that order within a degree.
  return found.toSorted((a, b) => OVERLAP_DEGREES.indexOf(a.degree) - OVERLAP_DEGREES.indexOf(b.degree));
};
