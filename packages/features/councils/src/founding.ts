import { NATIONAL_CHARTERS, PROVINCE_CHARTERS, type CharterText } from './charters.ts';
import { COMMITTEE_SETS, committeeSetOf, type CommitteeSet } from './committee-sets.ts';

const charterRow = (
  { seats: _seats, ...charter }: CharterText,
  version: number,
  origin: 'national' | 'province',
  supersededOn: string | null,
) => ({
  ...charter,
  version,
  origin,
  supersededOn,
});

const seatRows = ({ id: charterId, seats }: CharterText) =>
  seats.map((seat, i) => ({ ...seat, charterId, ord: i + 1 }));

/** What a province's council tables begin with: the national charters, its own known versions, and its committees. Shape: rows of `charters`, `charter_seats`, `committee_kinds`. */
export const foundingRows = (province: string, committeeSet: CommitteeSet = committeeSetOf(province)) => {
  const own = PROVINCE_CHARTERS[province] ?? [];
  return {
    charters: [
      ...NATIONAL_CHARTERS.map((charter) =>
        charterRow(charter, 1, 'national', own.find(({ kind }) => kind === charter.kind)?.fromOn ?? null),
      ),
      ...own.map((charter) => charterRow(charter, 2, 'province', null)),
    ],
    seats: [...NATIONAL_CHARTERS, ...own].flatMap(seatRows),
    committeeKinds: COMMITTEE_SETS[committeeSet].map((committee, i) => ({ ...committee, ord: i + 1 })),
  };
};
