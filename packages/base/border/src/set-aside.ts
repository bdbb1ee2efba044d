import type { ResultSet, Statement } from '@mahalleh/gate';
import type { SealedLetter } from './define-letter.ts';
import type { Intake } from './post-office.ts';

type Ports = { readonly nowMs: () => number; readonly intakes: readonly Intake[] };

/** The most letters that are looked at again in one round: each may be large. */
const MOST = 5;

const laterOf = ({ intakes }: Pick<Ports, 'intakes'>, kind: string) =>
  intakes.find(({ letter }) => letter.kind === kind)?.later;

/** The letters that were set aside, are of a format that is read by now, and were not looked at with it before. */
export const askReadable = (intakes: readonly Intake[]): Statement => ({
  sql: `select s.number, s.kind, r.key_id, r.seal, r.body_json, r.sent_at_ms from letters_set_aside s join json_each(?) k on k.key = s.kind join letters_received r on r.number = s.number where s.taken_in_at_ms is null and s.needs <= k.value and s.tried < k.value order by s.number limit ${MOST}`,
  args: [
    JSON.stringify(
      Object.fromEntries(intakes.flatMap(({ letter, later }) => (later ? [[letter.kind, later.reads]] : []))),
    ),
  ],
});

/** The letters of `askReadable`, as they came. */
export const readableLetters = (province: string, found: ResultSet | undefined): readonly SealedLetter[] =>
  (found?.rows ?? []).map(([number, kind, keyId, seal, bodyJson, sentAtMs]) => ({
    ...{ province, epoch: 0, kind: String(kind), number: Number(number), sentAtMs: Number(sentAtMs) },
    ...{ bodyJson: String(bodyJson), keyId: String(keyId), seal: String(seal) },
  }));

/** What a second look at a letter leaves: it is taken in, or stays with the reason why not. `outcome`: its statements, or that reason. */
export const readAgain = (
  ports: Ports,
  { kind, number }: SealedLetter,
  outcome: readonly Statement[] | string,
): readonly Statement[] => {
  const reads = laterOf(ports, kind)?.reads ?? 0;
  return typeof outcome === 'string'
    ? [
        {
          sql: 'update letters_set_aside set tried = ?, reason = ? where number = ? and taken_in_at_ms is null',
          args: [reads, outcome, number],
        },
      ]
    : [
        ...outcome,
        {
          sql: 'update letters_set_aside set tried = ?, taken_in_at_ms = ? where number = ? and taken_in_at_ms is null',
          args: [reads, ports.nowMs(), number],
        },
      ];
};

/** What sets a letter aside, or null where it may not be: it is whole and the nation's, and a later program wrote it. */
export const setAside = (
  ports: Ports,
  { kind, number, bodyJson }: SealedLetter,
  why: string,
): readonly Statement[] | null => {
  const later = laterOf(ports, kind);
  const found = why === 'letter_malformed' ? later?.of(bodyJson) : undefined;
  if (!later || !found || found.needs <= later.reads) return null;
  return [
    {
      sql: "insert into letters_set_aside (number, kind, needs, tried, reason, about_json, set_aside_at_ms) values (?, ?, ?, ?, 'letter_too_new', ?, ?)",
      args: [number, kind, found.needs, later.reads, JSON.stringify(found.about), ports.nowMs()],
    },
  ];
};
