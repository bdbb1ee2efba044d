import type { Author } from './author.ts';
import { NEIGHBOURHOODS } from './names.ts';
import { besides, COUNTY_SEATS } from './places.ts';
import { RAILWAY_PLAN } from './plan-texts.ts';
import { STAGES, type StageName } from './stages.ts';
import { writeDuties, writeOverlap } from './write-duties.ts';
import { writeNeighbourhood, type NeighbourhoodPlan } from './write-neighbourhood.ts';
import { writeCounty, writeNeighbourhoodAccounts, writeOffice } from './write-office.ts';

const TARGET = 263;
const ACTIVE = 118;

const RAILWAY: Omit<NeighbourhoodPlan, 'parentId'> = {
  name: { fa: 'راه‌آهن', en: 'Railway' },
  population: 13_900,
  areaM2: 720_000,
  point: { latitude: 36.2512, longitude: 49.9987 },
  isModel: true,
  summary: 'محله پیشگام قزوین پیرامون مسجد جوادالائمه؛ ارقام این صفحه ساختگی و نمونه است.',
  mosque: 'مسجد جوادالائمه',
  mosques: 9,
  active: 8,
  council: { daysAgo: 160, isFull: true },
  problems: [
    { status: 'started', title: 'تاریکی کوچه‌های ۸ تا ۱۴', residents: 2, experts: 3, voters: 388, supporters: 52 },
    'solved',
    { status: 'triaged', title: 'آب‌گرفتگی گذر اصلی', residents: 1, experts: 6, voters: 412, supporters: 64 },
    'started',
    'awaiting',
    {
      status: 'triaged',
      title: 'انباشت پسماند در حاشیه محله',
      escalated: { dueIn: -6, reason: 'زمین از راه‌آهن است و پاک‌سازی آن با شهرستان.' },
    },
  ],
  capacities: 9,
  volunteers: 9,
  operations: [],
  told: RAILWAY_PLAN,
};

const PLACES: readonly { readonly county: string; readonly stages: readonly StageName[] }[] = [
  { county: 'قزوین', stages: ['formed', 'vacant', 'late', 'absent', 'done'] },
  { county: 'تاکستان', stages: ['registered', 'unmet'] },
  { county: 'آبیک', stages: ['absent', 'formed'] },
  { county: 'البرز', stages: ['vacant', 'done'] },
  { county: 'بویین زهرا', stages: ['unsworn'] },
  { county: 'آوج', stages: ['absent'] },
];

/** Qazvin: the Railway neighbourhood with its lead mosque, and 263 mosques to become bases. */
export const tellQazvin = (author: Author): void => {
  const county = author.place('county', 'قزوین');
  const office = writeOffice(author, county);
  writeCounty(author, county, { daysAgo: 190 }, office.secretary);
  writeCounty(author, author.place('county', 'تاکستان'), { daysAgo: 130, vacant: { basij_commander: 'left' } });
  writeCounty(author, author.place('county', 'البرز'), { daysAgo: 140 });
  writeCounty(author, author.place('county', 'آبیک'), { daysAgo: 50, unsworn: ['mayor'] });
  const city = author.place('city', 'قزوین');
  const railway = writeNeighbourhood(author, { ...RAILWAY, parentId: city.id }, office);
  writeNeighbourhoodAccounts(author, railway);
  writeDuties(author, office, county, railway.unitId);
  writeOverlap(author, office, railway.unitId, railway.manager);
  const others = PLACES.flatMap(({ county: name, stages }) =>
    stages.map((stage, n) => ({ county: author.place('county', name), stage, seat: COUNTY_SEATS[name], n })),
  );
  // The mosques that the Railway neighbourhood does not have are shared out among the others, to the last one.
  let left = { mosques: TARGET - RAILWAY.mosques, active: ACTIVE - RAILWAY.active };
  others.forEach(({ county: inside, stage, seat, n }, i) => {
    const share = others.length - i;
    const mosques = Math.ceil(left.mosques / share);
    const active = Math.ceil(left.active / share);
    left = { mosques: left.mosques - mosques, active: left.active - active };
    const name = NEIGHBOURHOODS[i % NEIGHBOURHOODS.length] ?? { fa: 'نو', en: 'Now' };
    const parent = author.ground.find(
      ({ kind, countyId, nameFa }) =>
        kind === 'city' && countyId === inside.id && (inside !== county || nameFa === 'قزوین'),
    );
    writeNeighbourhood(
      author,
      {
        name,
        population: author.draw.whole(6, 24) * 1_000,
        areaM2: author.draw.whole(40, 220) * 10_000,
        point: seat && besides(seat, inside === county ? n + 1 : n),
        mosques,
        active,
        ...STAGES[stage],
        parentId: (parent ?? inside).id,
      },
      office,
    );
  });
};
