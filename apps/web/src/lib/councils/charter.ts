import { m } from '$lib/paraglide/messages';
import type { Charter } from './model';

/** How many seats can be added by one form. */
export const NEW_SEATS = [0, 1, 2] as const;

type SeatText = Pick<
  Charter['seats'][number],
  'key' | 'titleFa' | 'titleEn' | 'office' | 'isRequired' | 'isChair' | 'isSecretary'
>;

/** A seat that stays as it is, for a hidden field. */
export const seatText = ({ key, titleFa, titleEn, office, isRequired, isChair, isSecretary }: SeatText): string =>
  JSON.stringify({ key, titleFa, titleEn, office, isRequired, isChair, isSecretary });

/** The adoption as the API takes it: the seats kept, then the new ones, in the order of the form. */
export const charterBody = (body: Record<string, unknown>, form: FormData): Record<string, unknown> => {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const kept = form.getAll('_seat').flatMap((value) => (typeof value === 'string' ? [parsed(value)] : []));
  const keys = new Set(kept.map(keyOf));
  const added = NEW_SEATS.flatMap((index) => {
    const titleFa = text(`_new.${index}.titleFa`);
    const titleEn = text(`_new.${index}.titleEn`);
    if (titleFa === '' && titleEn === '') return [];
    const key = freeKey(titleEn, keys);
    keys.add(key);
    const office = text(`_new.${index}.office`) || 'member';
    const isRequired = form.has(`_new.${index}.isRequired`);
    return [{ key, titleFa, titleEn, office, isRequired, isChair: false, isSecretary: false }];
  });
  return { ...body, seats: [...kept, ...added] };
};

const parsed = (value: string): unknown => {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

const keyOf = (seat: unknown): string =>
  typeof seat === 'object' && seat !== null && 'key' in seat ? String(seat.key) : '';

/** A key made of the English title that no other seat has. */
const freeKey = (title: string, taken: ReadonlySet<string>): string => {
  const words = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '');
  const stem = words.length < 2 ? 'seat' : words.slice(0, 34);
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? stem : `${stem}_${n}`;
    if (!taken.has(key)) return key;
  }
};

const OFFICES: Readonly<Record<string, () => string>> = {
  governor: m.councils_office_governor,
  social_affairs_head: m.councils_office_social_affairs_head,
  county_governor: m.councils_office_county_governor,
  mayor: m.councils_office_mayor,
  propagation_head: m.councils_office_propagation_head,
  basij_commander: m.councils_office_basij_commander,
  civil_society: m.councils_office_civil_society,
  city_council: m.councils_office_city_council,
  neighbourhood_manager: m.councils_office_neighbourhood_manager,
  imam: m.councils_office_imam,
  basij_base: m.councils_office_basij_base,
  school: m.councils_office_school,
  health_house: m.councils_office_health_house,
  trustee: m.councils_office_trustee,
  municipality: m.councils_office_municipality,
  jihadi_group: m.councils_office_jihadi_group,
  member: m.councils_office_member,
};

/** The offices that a seat may be for. */
export const OFFICE_CODES = Object.keys(OFFICES);

/** What an office is called. */
export const officeWord = (code: string): string => OFFICES[code]?.() ?? code;

const SETS: Readonly<Record<string, () => string>> = {
  lorestan: m.councils_set_lorestan,
  markazi: m.councils_set_markazi,
};

/** What a set of committees is called. */
export const setWord = (name: string): string => SETS[name]?.() ?? name;
