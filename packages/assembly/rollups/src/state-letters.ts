import type { StateLetter } from '@mahalleh/border';
import type { Statement } from '@mahalleh/gate';
import { storedKey } from '@mahalleh/metric';
import { cellsLetter, coverageLetter } from './letters.ts';
import { storedMetrics } from './registry.ts';

/** The most cells in one letter. */
const LARGEST = 5_000;
/** How old coverage may become before it is sent again. Unit: milliseconds. */
const COVERAGE_EVERY_MS = 50_000;

/** Reads what the state letters are built from, in the courier's one request. */
export const stateAsk: readonly Statement[] = [
  {
    sql:
      'select b.cell_number, b.cell_seq, b.coverage_number, b.coverage_at_ms, (select seq from cell_clock), (select count(*) from dirty),' +
      " (select count(*) from units where kind in ('neighbourhood', 'village') and ended_on is null), b.epoch from border_state b where b.id = 1",
    args: [],
  },
  {
    sql: "select official_code, name_fa, name_en from units where kind = 'county' and ended_on is null and official_code is not null order by official_code",
    args: [],
  },
  {
    sql: `select u.official_code, c.metric, c.dims, c.period, c.value, c.seq from cells c join units u on u.id = c.county_id where c.seq > (select cell_seq from border_state) order by c.seq limit ${LARGEST}`,
    args: [],
  },
];

type Results = readonly { rows: readonly (readonly unknown[])[] }[];

/** The state letters that are due, remembered only in the epoch they were written in and never backwards: changed cells, and coverage once a minute when nothing is being recomputed. */
export const stateLetters = (results: Results, nowMs: number): StateLetter[] => {
  const state = results[0]?.rows[0];
  if (!state) return [];
  const [cellNumber, cellSeq, coverageNumber, coverageAtMs, lastSeq, dirty, neighbourhoods, epoch] = state.map(
    Number,
  ) as number[];
  const counties = (results[1]?.rows ?? []).map(([code, nameFa, nameEn]) => ({
    code: String(code),
    nameFa: String(nameFa),
    nameEn: nameEn === null ? null : String(nameEn),
  }));
  const rows = results[2]?.rows ?? [];
  const isDrained = dirty === 0;
  const isComplete = rows.length < LARGEST;
  const letters: StateLetter[] = [];
  if (rows.length > 0 || (cellNumber === 0 && isDrained)) {
    const upTo = rows.length > 0 ? Number(rows.at(-1)?.[5]) : (lastSeq ?? 0);
    const body = {
      upTo,
      asOfMs: isDrained && isComplete ? nowMs : null,
      isComplete,
      cells: rows
        .filter(([code]) => code !== null)
        .map(([code, metric, dims, period, value]) => ({
          county: String(code),
          metric: String(metric),
          dims: String(dims),
          period: String(period),
          value: Number(value),
        })),
    };
    const number = (cellNumber ?? 0) + 1;
    letters.push({
      kind: cellsLetter.kind,
      number,
      bodyJson: JSON.stringify(body),
      hasMore: !isComplete,
      onAck: (held) => [
        {
          sql: 'update border_state set cell_number = ?, cell_seq = ? where id = 1 and epoch = ? and cell_number < ?',
          args: [number, (JSON.parse(held) as { upTo: number }).upTo, epoch ?? 0, number],
        },
      ],
    });
  }
  if (isDrained && isComplete && nowMs - (coverageAtMs ?? 0) >= COVERAGE_EVERY_MS && (cellSeq ?? 0) <= (lastSeq ?? 0)) {
    const number = (coverageNumber ?? 0) + 1;
    const body = {
      asOfMs: nowMs,
      counties,
      neighbourhoods: neighbourhoods ?? 0,
      metrics: storedMetrics.map(storedKey),
    };
    letters.push({
      kind: coverageLetter.kind,
      number,
      bodyJson: JSON.stringify(body),
      onAck: () => [
        {
          sql: 'update border_state set coverage_number = ?, coverage_at_ms = ? where id = 1 and epoch = ? and coverage_number < ?',
          args: [number, nowMs, epoch ?? 0, number],
        },
      ],
    });
  }
  return letters;
};
