import { foldText, newId } from '@mahalleh/kernel';
import { NATIONAL_DOMAINS, type ProblemStatus } from '@mahalleh/problems/model';
import type { Author } from './author.ts';
import { PROBLEM_TEXTS, type ProblemText } from './problem-texts.ts';

/** A problem that was written. */
export type WrittenProblem = { readonly id: string; readonly domain: string; readonly status: ProblemStatus };

/** A neighbourhood whose registry is written. */
export type Registry = {
  readonly unitId: string;
  readonly by: string;
  readonly point?: { readonly latitude: number; readonly longitude: number } | undefined;
};

const isSensitive = (domain: string): boolean =>
  NATIONAL_DOMAINS.some(({ key, isSensitive }) => key === domain && isSensitive);
const SPREAD = 0.008;

/** Writes problems into the registry of a neighbourhood, one for each status told, with evidence where they are solved. */
export const writeProblems = (
  author: Author,
  { unitId, by, point }: Registry,
  statuses: readonly ProblemStatus[],
): WrittenProblem[] => {
  const { sheet, calendar, draw } = author;
  const texts: readonly ProblemText[] = draw.some(PROBLEM_TEXTS, statuses.length);
  return texts.map((text, i) => {
    const status = statuses[i] ?? 'registered';
    const id = newId();
    const daysAgo = draw.whole(40, 170);
    const isTriaged = status !== 'registered';
    const isStarted = status === 'started' || status === 'solved';
    const hasPoint = point !== undefined && !isSensitive(text.domain) && draw.whole(0, 2) > 0;
    const near = (middle: number): number => Number((middle + (draw.fraction() - 0.5) * SPREAD).toFixed(5));
    sheet.problems.push({
      id,
      code: author.code(),
      unitId,
      domainKey: text.domain,
      title: text.title,
      titleFolded: foldText(text.title),
      description: text.description,
      severity: text.severity,
      peopleAffected: Math.max(5, Math.round(text.people * (0.6 + draw.fraction()))),
      placeKind: hasPoint ? 'point' : 'whole',
      latitude: hasPoint ? near(point.latitude) : null,
      longitude: hasPoint ? near(point.longitude) : null,
      status,
      rank: isTriaged ? i + 1 : null,
      rootCause: isTriaged ? text.cause : null,
      solution: status === 'solved' ? text.solution : null,
      closeReason: status === 'closed' ? 'out_of_scope' : null,
      registeredBy: by,
      registeredAtMs: calendar.at(-daysAgo),
      triagedAtMs: isTriaged ? calendar.at(-daysAgo + 6) : null,
      startedAtMs: isStarted ? calendar.at(-daysAgo + 14) : null,
      solvedAtMs: status === 'solved' ? calendar.at(-daysAgo + draw.whole(20, 38)) : null,
      closedAtMs: status === 'closed' ? calendar.at(-daysAgo + 20) : null,
      isSample: true,
    });
    if (status === 'solved') writeNote(author, { kind: 'problem', id, unitId, by }, text.solution, -2);
    return { id, domain: text.domain, status };
  });
};

/** Writes a note as evidence of something. */
export const writeNote = (
  author: Author,
  of: { kind: 'problem' | 'task' | 'operation'; id: string; unitId: string; by: string },
  note: string,
  day: number,
): void => {
  author.sheet.evidence.push({
    id: newId(),
    subjectKind: of.kind,
    subjectId: of.id,
    unitId: of.unitId,
    kind: 'text',
    note,
    addedAtMs: author.calendar.at(day),
    addedBy: of.by,
  });
};
