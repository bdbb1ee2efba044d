import { foldText, newId, type Point } from '@mahalleh/kernel';
import { NATIONAL_DOMAINS, type ProblemStatus } from '@mahalleh/problems/model';
import type { Author } from './author.ts';
import { placeWithin } from './places.ts';
import { PROBLEM_TEXTS, type ProblemText } from './problem-texts.ts';
import { PROBLEM_WHYS } from './problem-whys.ts';
import { toldProblem, type SampleStatus, type ToldProblem } from './told-problem.ts';
import { writeScores } from './write-scores.ts';

/** A problem that was written. */
export type WrittenProblem = { readonly id: string; readonly domain: string; readonly status: ProblemStatus };

/** A neighbourhood whose registry is written. */
export type Registry = {
  readonly unitId: string;
  readonly by: string;
  readonly point?: Point | undefined;
  readonly areaM2: number;
  /** Who sits in its council. */
  readonly council: readonly string[];
  /** Who answers for the county. */
  readonly above: string;
};

const isSensitive = (domain: string): boolean =>
  NATIONAL_DOMAINS.some(({ key, isSensitive }) => key === domain && isSensitive);
/** How long a county has to answer, as every province begins. */
const COUNTY_DAYS = 14;

/** The texts of the lines told: those named by their title, the others drawn. */
const textsOf = (author: Author, lines: readonly ToldProblem[]): ProblemText[] => {
  const named = new Set(lines.map(({ title }) => title));
  const rest = author.draw.some(
    PROBLEM_TEXTS.filter(({ title }) => !named.has(title)),
    lines.length,
  );
  return lines.flatMap(({ title }) => PROBLEM_TEXTS.find((text) => text.title === title) ?? rest.shift() ?? []);
};

/** How long ago each station of a problem lies. Unit: days. */
type Stations = { readonly registered: number; readonly solved: number };

/** The moves of its status, as the trigger would have kept them. */
const writeMoves = (
  author: Author,
  problemId: string,
  status: ProblemStatus,
  { registered, solved }: Stations,
): void => {
  const { sheet, calendar } = author;
  const course = { registered: [], triaged: ['triaged'], started: ['triaged', 'started'] } as const;
  const way: readonly ProblemStatus[] =
    status === 'solved'
      ? ['triaged', 'started', 'solved']
      : status === 'closed'
        ? ['triaged', 'closed']
        : course[status === 'triaged' || status === 'started' ? status : 'registered'];
  const daysAgo: Readonly<Record<string, number>> = {
    triaged: registered - 6,
    started: registered - 14,
    closed: registered - 20,
    solved,
  };
  way.forEach((toStatus, i) =>
    sheet.problemMoves.push({
      problemId,
      // Before every audit row that is to come.
      seq: i - way.length,
      atMs: calendar.at(-(daysAgo[toStatus] ?? 0)),
      fromStatus: way[i - 1] ?? 'registered',
      toStatus,
    }),
  );
};

/** Takes a problem to the county. Shape: what its row holds of it. */
const writeEscalation = (author: Author, { unitId, by, above }: Registry, problemId: string, told: ToldProblem) => {
  if (!told.escalated) return {};
  const { sheet, calendar } = author;
  const { dueIn, reason, answer } = told.escalated;
  const sinceMs = calendar.at(dueIn - COUNTY_DAYS);
  sheet.problemEscalations.push({
    id: newId(),
    problemId,
    unitId,
    fromLevel: 'neighbourhood',
    toLevel: 'county',
    reason,
    dueOn: calendar.day(dueIn),
    escalatedBy: by,
    escalatedAtMs: sinceMs,
    ...(answer
      ? { outcome: 'answered' as const, answer, answeredBy: above, answeredAtMs: calendar.at(dueIn - 5) }
      : {}),
  });
  return { level: 'county' as const, levelSinceMs: sinceMs, levelDueOn: answer ? null : calendar.day(dueIn) };
};

/** Writes problems into the registry of a neighbourhood, one for each line told, with evidence where they are solved. */
export const writeProblems = (
  author: Author,
  registry: Registry,
  lines: readonly (SampleStatus | ToldProblem)[],
): WrittenProblem[] => {
  const { unitId, by, point, areaM2, council } = registry;
  const { sheet, calendar, draw } = author;
  const all = lines.map(toldProblem);
  const texts = textsOf(author, all);
  return texts.map((text, i) => {
    const told = all[i] ?? { status: 'registered' };
    const status = told.status === 'awaiting' ? 'solved' : told.status;
    const id = newId();
    const registered = draw.whole(40, 170);
    const solved = registered - draw.whole(20, 38);
    const isTriaged = status !== 'registered';
    const isStarted = status === 'started' || status === 'solved';
    const isConfirmed = told.status === 'solved';
    const hasPoint = point !== undefined && !isSensitive(text.domain) && draw.whole(0, 2) > 0;
    const place = hasPoint ? placeWithin(point, areaM2, draw) : undefined;
    const whys = [...(PROBLEM_WHYS[text.title] ?? []), text.cause];
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
      latitude: place?.latitude ?? null,
      longitude: place?.longitude ?? null,
      status,
      rank: isTriaged ? (told.experts ?? i + 1) : null,
      rootCause: isTriaged ? text.cause : null,
      whysJson: isTriaged ? JSON.stringify(whys) : null,
      solution: status === 'solved' ? text.solution : null,
      closeReason: status === 'closed' ? 'out_of_scope' : null,
      registeredBy: by,
      registeredAtMs: calendar.at(-registered),
      triagedAtMs: isTriaged ? calendar.at(-registered + 6) : null,
      startedAtMs: isStarted ? calendar.at(-registered + 14) : null,
      solvedAtMs: status === 'solved' ? calendar.at(-solved) : null,
      solvedBy: status === 'solved' ? by : null,
      confirmedAtMs: isConfirmed ? calendar.at(Math.min(-solved + 4, 0)) : null,
      confirmedBy: isConfirmed ? (council.find((person) => person !== by) ?? null) : null,
      confirmKind: isConfirmed ? 'council' : null,
      closedAtMs: status === 'closed' ? calendar.at(-registered + 20) : null,
      ...writeEscalation(author, registry, id, told),
      ...(isTriaged && council.length > 0
        ? writeScores(author, {
            id,
            unitId,
            experts: council,
            told,
            residentsPlace: told.residents ?? ((i * 2 + 1) % all.length) + 1,
            expertsPlace: told.experts ?? i + 1,
          })
        : {}),
      isSample: true,
    });
    writeMoves(author, id, status, { registered, solved });
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
