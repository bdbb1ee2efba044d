import { foundingRows } from '@mahalleh/councils';
import type { CouncilKind } from '@mahalleh/councils/model';
import { newId } from '@mahalleh/kernel';
import type { Author } from './author.ts';

/** How far a council of the sample is. */
export type CouncilPlan = {
  readonly kind: CouncilKind;
  readonly unitId: string;
  /** How many days ago it was set up. */
  readonly daysAgo: number;
  /** People who are to sit in a seat, by its key; the others are invented. */
  readonly holders?: Readonly<Record<string, string>>;
  /** Seats that nobody holds; `left`: somebody did, until a while ago. */
  readonly vacant?: Readonly<Record<string, 'never' | 'left'>>;
  readonly unsworn?: readonly string[];
  readonly hasMet?: boolean;
  /** Whether optional seats are filled as well. */
  readonly isFull?: boolean;
};

const MANDATE_DAYS = 1460;

/** Writes a council by the charter in force in its province, with its seats and, in a neighbourhood, its committees. Shape: who sits where. */
export const writeCouncil = (author: Author, plan: CouncilPlan): Record<string, string> => {
  const { slug, sheet, calendar, draw } = author;
  const founding = foundingRows(slug);
  const charter = founding.charters.find(({ kind, supersededOn }) => kind === plan.kind && supersededOn === null);
  if (!charter) throw new Error(`no charter in force for ${plan.kind}`);
  const councilId = newId();
  const hasMet = plan.hasMet ?? true;
  const established = calendar.day(-plan.daysAgo);
  sheet.councils.push({
    id: councilId,
    kind: plan.kind,
    unitId: plan.unitId,
    charterId: charter.id,
    establishedOn: established,
    firstMeetingOn: hasMet ? calendar.day(-plan.daysAgo + 12) : null,
  });
  const sitting: Record<string, string> = {};
  const appoint = (
    seatId: string,
    personId: string,
    more: { swornOn?: string | null; endedOn?: string; endReason?: 'resigned' },
  ): void => {
    sheet.appointments.push({
      id: newId(),
      councilId,
      unitId: plan.unitId,
      seatId,
      personId,
      decreeNumber: `نمونه-${draw.whole(10_000, 99_999)}`,
      fromOn: established,
      toOn: calendar.day(-plan.daysAgo + MANDATE_DAYS),
      ...more,
    });
  };
  for (const seat of founding.seats.filter(({ charterId }) => charterId === charter.id)) {
    const vacancy = plan.vacant?.[seat.key];
    if (vacancy === 'never' || (!seat.isRequired && !plan.isFull)) continue;
    const personId = plan.holders?.[seat.key] ?? author.person(seat.titleFa);
    const swornOn = plan.unsworn?.includes(seat.key) ? null : calendar.day(-plan.daysAgo + 5);
    if (vacancy === 'left') {
      appoint(seat.id, personId, {
        swornOn,
        endedOn: calendar.day(-Math.min(49, plan.daysAgo - 13)),
        endReason: 'resigned',
      });
      continue;
    }
    appoint(seat.id, personId, { swornOn });
    sitting[seat.key] = personId;
  }
  if (plan.kind === 'neighbourhood_progress' && hasMet)
    for (const committee of founding.committeeKinds.filter(({ isEmergency }) => !isEmergency))
      sheet.committees.push({
        id: newId(),
        councilId,
        unitId: plan.unitId,
        kindKey: committee.key,
        leadPersonId: draw.one(Object.values(sitting)),
        formedOn: calendar.day(-plan.daysAgo + 14),
      });
  return sitting;
};
