import { foldText, type ProvinceSlug } from '@mahalleh/kernel';
import type { Author, Ground } from './author.ts';
import { NEIGHBOURHOODS, VILLAGES } from './names.ts';
import { STAGES, type StageName } from './stages.ts';
import { writeNeighbourhood } from './write-neighbourhood.ts';
import { writeCounty, writeNeighbourhoodAccounts, writeOffice, type CountyPlan } from './write-office.ts';

/** The seat of a province, where it does not have the province's name. */
const SEATS: Partial<Record<ProvinceSlug, string>> = {
  markazi: 'اراک',
  gilan: 'رشت',
  mazandaran: 'ساری',
  'east-azerbaijan': 'تبریز',
  'west-azerbaijan': 'ارومیه',
  khuzestan: 'اهواز',
  fars: 'شیراز',
  'razavi-khorasan': 'مشهد',
  'sistan-baluchestan': 'زاهدان',
  kurdistan: 'سنندج',
  'chaharmahal-bakhtiari': 'شهرکرد',
  lorestan: 'خرم‌آباد',
  'kohgiluyeh-boyer-ahmad': 'بویراحمد',
  hormozgan: 'بندرعباس',
  golestan: 'گرگان',
  'north-khorasan': 'بجنورد',
  'south-khorasan': 'بیرجند',
  alborz: 'کرج',
};

const bare = (name: string): string => foldText(name).replace(/\s/g, '');

/** The county where the province has its seat; the first one when it is not found by name. */
export const seatOf = (author: Author): Ground => {
  const wanted = bare(SEATS[author.slug] ?? author.province.nameFa);
  return (
    author.ground.find(({ kind, nameFa }) => kind === 'county' && bare(nameFa) === wanted) ?? author.place('county')
  );
};

const COUNTY_PLANS: readonly (CountyPlan | null)[] = [
  { daysAgo: 150 },
  { daysAgo: 120, vacant: { civil_society_2: 'never' } },
  null,
  { daysAgo: 35, hasMet: false },
  { daysAgo: 90, unsworn: ['propagation_head'] },
  { daysAgo: 165 },
  null,
];

const ORDER: readonly StageName[] = ['late', 'formed', 'absent', 'done', 'vacant', 'registered', 'unmet', 'unsworn'];

const inside = (author: Author, kind: string, county: Ground): Ground | undefined =>
  author.ground.find(
    (unit) => unit.kind === kind && unit.countyId === county.id && bare(unit.nameFa) === bare(county.nameFa),
  ) ?? author.ground.find((unit) => unit.kind === kind && unit.countyId === county.id);

/** A province of which nothing particular is told: a few neighbourhoods and villages in a few counties. `seatCouncil` says how the council of its seat stands. */
export const tellOrdinary = (author: Author, seatCouncil: CountyPlan = { daysAgo: 200 }): void => {
  const { draw } = author;
  const seat = seatOf(author);
  const office = writeOffice(author, seat);
  writeCounty(author, seat, seatCouncil, office.secretary);
  const others = author.ground.filter(({ kind, id }) => kind === 'county' && id !== seat.id);
  const turn = draw.whole(0, COUNTY_PLANS.length - 1);
  others.forEach((county, i) => {
    const plan = COUNTY_PLANS[(i + turn) % COUNTY_PLANS.length];
    if (plan) writeCounty(author, county, plan);
  });
  const counties = [seat, seat, seat, ...draw.some(others, 3)];
  const names = draw.some(NEIGHBOURHOODS, counties.length);
  const from = draw.whole(0, ORDER.length - 1);
  counties.forEach((county, i) => {
    const stage = i === 0 ? 'late' : (ORDER[(from + i) % ORDER.length] ?? 'formed');
    const mosques = draw.whole(2, 7);
    const plan = { ...STAGES[stage], mosques, active: draw.whole(1, mosques), areaM2: draw.whole(30, 240) * 10_000 };
    const name = names[i];
    if (!name) return;
    const written = writeNeighbourhood(
      author,
      {
        ...plan,
        ...(i === 0 ? { volunteers: 4 } : {}),
        name,
        population: draw.whole(4, 30) * 1_000,
        parentId: (inside(author, 'city', county) ?? county).id,
      },
      office,
    );
    if (i === 0) writeNeighbourhoodAccounts(author, written);
  });
  draw.some(VILLAGES, 2).forEach((name, i) => {
    const county = others[(i * 3) % Math.max(1, others.length)] ?? seat;
    const stage = draw.one(ORDER);
    writeNeighbourhood(
      author,
      {
        ...STAGES[stage],
        name,
        kind: 'village',
        mosques: 1,
        active: draw.whole(0, 1),
        areaM2: draw.whole(50, 300) * 10_000,
        population: draw.whole(3, 24) * 100,
        parentId: (inside(author, 'district', county) ?? county).id,
      },
      office,
    );
  });
};
