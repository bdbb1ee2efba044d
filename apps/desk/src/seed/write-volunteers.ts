import { newId, WEEK, type Weekday } from '@mahalleh/kernel';
import type { ConsentChannel, VolunteerSkill } from '@mahalleh/volunteers/model';
import type { Author } from './author.ts';
import { inventName } from './names.ts';

type Offer = { readonly skills: readonly VolunteerSkill[]; readonly days: readonly Weekday[]; readonly times?: string };

const WEEKEND: readonly Weekday[] = ['thursday', 'friday'];

/** What invented volunteers offer: enough sewing for a count that may be told, and little of everything else. */
const OFFERS: readonly Offer[] = [
  { skills: ['sewing', 'handicrafts'], days: WEEKEND, times: 'صبح‌ها' },
  { skills: ['tutoring'], days: ['saturday', 'monday', 'wednesday'], times: 'عصرها پس از چهار' },
  { skills: ['electrical_work', 'plumbing'], days: ['friday'] },
  { skills: ['sewing'], days: ['thursday'] },
  { skills: ['first_aid', 'driving'], days: WEEK },
  { skills: ['sewing', 'cooking'], days: ['thursday', 'friday'], times: 'همه روز' },
  { skills: ['gardening'], days: ['friday'], times: 'صبح زود' },
  { skills: ['tutoring', 'computing'], days: ['sunday', 'tuesday'] },
  { skills: ['sewing'], days: ['saturday', 'thursday'] },
  { skills: ['sports_coaching'], days: ['monday', 'wednesday'], times: 'پس از نماز مغرب' },
  { skills: ['sewing', 'literacy'], days: ['tuesday'] },
  { skills: ['cooking', 'distribution'], days: WEEKEND },
];
const CHANNELS: readonly ConsentChannel[] = ['paper', 'paper', 'spoken', 'sms'];

/** Writes volunteers of a neighbourhood, each with a consent that is as invented as they are. */
export const writeVolunteers = (author: Author, unitId: string, recordedBy: string, count: number): void => {
  const { sheet, calendar, draw } = author;
  for (const [i, offer] of OFFERS.slice(0, count).entries()) {
    const daysAgo = draw.whole(5, 90);
    sheet.volunteers.push({
      ...offer,
      id: newId(),
      unitId,
      fullName: inventName(draw),
      // No mobile network has numbers that begin so.
      phone: `0900000${String(1_000 + i * 37).padStart(4, '0')}`,
      consent: { on: calendar.day(-daysAgo), channel: draw.one(CHANNELS), recordedBy },
      enrolledAtMs: calendar.at(-daysAgo),
      isSample: true,
    });
  }
};
