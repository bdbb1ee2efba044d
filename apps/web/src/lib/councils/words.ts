import { m } from '$lib/paraglide/messages';
import { nameOf, titleOf } from '$lib/units/names';
import type { Locale, Status } from '@mahalleh/ui';

const KINDS: Readonly<Record<string, () => string>> = {
  province_steering: m.councils_kind_province_steering,
  county_steering: m.councils_kind_county_steering,
  neighbourhood_progress: m.councils_kind_neighbourhood_progress,
};

/** The kinds of council, from the province down. */
export const COUNCIL_KINDS = ['province_steering', 'county_steering', 'neighbourhood_progress'] as const;

/** What a kind of council is called. */
export const councilKindWord = (kind: string): string => KINDS[kind]?.() ?? kind;

/** The kind of council that a unit of a kind may have. */
export const councilKindFor = (unitKind: string): (typeof COUNCIL_KINDS)[number] | undefined =>
  unitKind === 'province'
    ? 'province_steering'
    : unitKind === 'county'
      ? 'county_steering'
      : unitKind === 'neighbourhood' || unitKind === 'village'
        ? 'neighbourhood_progress'
        : undefined;

/** «شورای راهبری شهرستان تهران», "Neighbourhood progress council of Sheikhabad". */
export const councilName = (
  { kind, unit }: { kind: string; unit: { nameFa: string; nameEn: string | null } },
  locale: Locale,
): string => m.councils_name({ kind: councilKindWord(kind), unit: nameOf(unit, locale) });

const STATES: Readonly<Record<string, () => string>> = {
  formed: m.councils_state_formed,
  not_formed: m.councils_state_not_formed,
  absent: m.councils_state_absent,
};

/** The states of a council, for a choice. */
export const COUNCIL_STATES = ['formed', 'not_formed', 'absent'] as const;

/** What a state of a council is called. */
export const councilStateWord = (state: string): string => STATES[state]?.() ?? state;

/** The mark of a state. */
export const councilStatus = (state: string): Status =>
  state === 'formed' ? 'done' : state === 'absent' ? 'todo' : 'late';

type Seat = {
  readonly id: string;
  readonly titleFa: string;
  readonly titleEn: string;
  readonly isRequired: boolean;
  readonly isChair: boolean;
  readonly isSecretary: boolean;
  readonly holder: object | null;
};

/** Chair, secretary or member. */
export const placeOf = ({
  isChair,
  isSecretary,
}: Pick<Seat, 'isChair' | 'isSecretary'>): 'chair' | 'secretary' | 'member' =>
  isChair ? 'chair' : isSecretary ? 'secretary' : 'member';

const PLACES = { chair: m.councils_chair, secretary: m.councils_secretary, member: m.councils_member } as const;

/** What a seat's place in the council is called. */
export const placeWord = (seat: Pick<Seat, 'isChair' | 'isSecretary'>): string => PLACES[placeOf(seat)]();

/** The seats as the ring draws them: those required, and the others that somebody holds. */
export const ringOf = (seats: readonly Seat[], locale: Locale) =>
  seats
    .filter(({ isRequired, holder }) => isRequired || holder !== null)
    .map((seat) => ({
      id: seat.id,
      label: titleOf(seat, locale),
      isFilled: seat.holder !== null,
      role: placeOf(seat),
      roleLabel: placeWord(seat),
    }));

const END_REASONS: Readonly<Record<string, () => string>> = {
  resigned: m.councils_end_resigned,
  replaced: m.councils_end_replaced,
  dismissed: m.councils_end_dismissed,
  left_office: m.councils_end_left_office,
  seat_dropped: m.councils_end_seat_dropped,
  council_dissolved: m.councils_end_council_dissolved,
};

/** The reasons that somebody may give for leaving a seat. */
export const VACATE_REASONS = ['resigned', 'replaced', 'dismissed', 'left_office'] as const;

/** Why somebody left a seat, in words. */
export const endReasonWord = (reason: string): string => END_REASONS[reason]?.() ?? reason;
