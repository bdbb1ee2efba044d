import { refuse, type Refusal } from '@mahalleh/kernel/failure';
import { addDays, type CivilDate } from '@mahalleh/kernel/time';
import type { CharterSeat } from './inputs.ts';
import type { Conformance, ConformanceReason } from './outputs.ts';

/** What of an appointment decides whether it holds on a day. */
export type Mandate = {
  readonly fromOn: string;
  /** The last day of the mandate; null while it is open. */
  readonly toOn: string | null;
  /** The first day without it, when it ended early. */
  readonly endedOn: string | null;
};

/** A mandate and whether its holder was sworn to the duties. */
export type Holding = Mandate & { readonly swornOn: string | null };

/** A required seat and everybody who ever held it. */
export type SeatHoldings = {
  readonly key: string;
  readonly titleFa: string;
  readonly titleEn: string;
  readonly holdings: readonly Holding[];
};

/** What of a council decides whether it is formed. */
export type CouncilFacts = {
  readonly establishedOn: string;
  readonly firstMeetingOn: string | null;
  /** The seats that the charter requires, in its order. */
  readonly required: readonly SeatHoldings[];
};

const NEVER = '9999-12-31';

/** The cast is safe: stored dates were written by the fields that make civil dates. */
const stored = (date: string): CivilDate => date as CivilDate;

/** The first day on which the mandate no longer holds. */
export const endOf = ({ toOn, endedOn }: Mandate): string => {
  const afterMandate = toOn === null ? NEVER : addDays(stored(toOn), 1);
  return endedOn !== null && endedOn < afterMandate ? endedOn : afterMandate;
};

/** Whether the mandate holds on the day. */
export const isInForce = (mandate: Mandate, today: string): boolean =>
  mandate.fromOn <= today && today < endOf(mandate);

/** Whether two mandates share a day. One that ended before it began shares none. */
export const overlaps = (a: Mandate, b: Mandate): boolean =>
  a.fromOn < endOf(a) && b.fromOn < endOf(b) && a.fromOn < endOf(b) && b.fromOn < endOf(a);

/** A mandate with who holds which seat by it. */
export type SeatMandate = Mandate & {
  readonly seatId: string;
  readonly personId: string;
  readonly titleFa: string;
  readonly titleEn: string;
};

/** Why a person cannot be appointed to a seat for a time, or undefined: one holder a seat, one seat a person, and an end after its start. */
export const appointmentFault = (
  wanted: Mandate & { readonly seatId: string; readonly personId: string },
  existing: readonly SeatMandate[],
  field: (name: 'fromOn' | 'toOn' | 'personId') => string = (name) => name,
): Refusal | undefined => {
  if (wanted.toOn !== null && wanted.toOn < wanted.fromOn) return refuse('end_before_start', { field: field('toOn') });
  const meeting = existing.filter((mandate) => overlaps(mandate, wanted));
  if (meeting.some(({ seatId }) => seatId === wanted.seatId))
    return refuse('appointment_overlaps', { field: field('fromOn') });
  const other = meeting.find(({ personId }) => personId === wanted.personId);
  return (
    other &&
    refuse('person_holds_other_seat', {
      field: field('personId'),
      detail: { seatFa: other.titleFa, seatEn: other.titleEn },
    })
  );
};

/** Since when nobody has held the seat: the end of the last mandate, or the day the council was established. */
export const vacantSince = (
  holdings: readonly Mandate[],
  establishedOn: string,
  today: string,
): { sinceOn: string; isExpired: boolean } => {
  const ended = holdings.filter((h) => h.fromOn < endOf(h) && endOf(h) <= today);
  const last = ended.reduce<Mandate | undefined>(
    (latest, h) => (latest === undefined || endOf(h) > endOf(latest) ? h : latest),
    undefined,
  );
  if (last === undefined) return { sinceOn: establishedOn, isExpired: false };
  return { sinceOn: endOf(last), isExpired: last.endedOn === null || endOf(last) < last.endedOn };
};

const reasonOfSeat = (
  { key, titleFa, titleEn, holdings }: SeatHoldings,
  establishedOn: string,
  today: string,
): ConformanceReason => {
  const { sinceOn, isExpired } = vacantSince(holdings, establishedOn, today);
  return { code: isExpired ? 'mandate_expired' : 'seat_vacant', seat: key, titleFa, titleEn, sinceOn };
};

/** Whether a council is formed on a day: every required seat is held and sworn, and the first meeting was held. Says why not. */
export const conformanceOf = (council: CouncilFacts, today: string): Conformance => {
  const held = council.required.map((seat) => ({ seat, now: seat.holdings.filter((h) => isInForce(h, today)) }));
  const filled = held.filter(({ now }) => now.length > 0);
  const sworn = filled.filter(({ now }) => now.some(({ swornOn }) => swornOn !== null));
  const hasMet = council.firstMeetingOn !== null;
  const reasons: ConformanceReason[] = held
    .filter(({ now }) => now.length === 0)
    .map(({ seat }) => reasonOfSeat(seat, council.establishedOn, today));
  if (sworn.length < filled.length) reasons.push({ code: 'not_sworn', count: filled.length - sworn.length });
  if (!hasMet) reasons.push({ code: 'first_meeting_missing' });
  return {
    isFormed: reasons.length === 0,
    requiredSeats: held.length,
    filledSeats: filled.length,
    sworn: sworn.length,
    hasMet,
    reasons,
  };
};

/** The conformance of a unit that has no council. */
export const ABSENT: Conformance = {
  isFormed: false,
  requiredSeats: 0,
  filledSeats: 0,
  sworn: 0,
  hasMet: false,
  reasons: [{ code: 'council_absent' }],
};

/** What a province's version of a charter gets wrong against the national minimum. */
export type CharterFault =
  | { readonly reason: 'charter_lacks_seat' | 'charter_changes_seat'; readonly seat: CharterSeat }
  | { readonly reason: 'charter_repeats_seat'; readonly seat: CharterSeat }
  | { readonly reason: 'charter_needs_one_chair' };

const isSameSeat = (a: CharterSeat, b: CharterSeat): boolean =>
  a.office === b.office && a.isRequired && a.isChair === b.isChair && a.isSecretary === b.isSecretary;

/** The first fault of a charter against the seats that the nation requires, or undefined when it may be adopted. */
export const charterFault = (
  minimum: readonly CharterSeat[],
  own: readonly CharterSeat[],
): CharterFault | undefined => {
  const repeated = own.find((seat, i) => own.findIndex(({ key }) => key === seat.key) < i);
  if (repeated) return { reason: 'charter_repeats_seat', seat: repeated };
  for (const seat of minimum.filter(({ isRequired }) => isRequired)) {
    const mine = own.find(({ key }) => key === seat.key);
    if (!mine) return { reason: 'charter_lacks_seat', seat };
    if (!isSameSeat(mine, { ...seat, isRequired: true })) return { reason: 'charter_changes_seat', seat };
  }
  return own.filter(({ isChair }) => isChair).length === 1 ? undefined : { reason: 'charter_needs_one_chair' };
};
