import type { Author } from './author.ts';
import { SHEIKHABAD_PLAN } from './plan-texts.ts';
import { STAGES, type StageName } from './stages.ts';
import { writeDuties, writeOverlap } from './write-duties.ts';
import { writeNeighbourhood, type NeighbourhoodPlan } from './write-neighbourhood.ts';
import { writeCounty, writeNeighbourhoodAccounts, writeOffice } from './write-office.ts';

type Told = Omit<NeighbourhoodPlan, 'parentId' | 'council' | 'problems' | 'capacities' | 'operations'> &
  Partial<Pick<NeighbourhoodPlan, 'problems'>> & { readonly stage: StageName };

/** The first to be told: the one whose manager and facilitator have accounts. */
const SHEIKHABAD: Omit<NeighbourhoodPlan, 'parentId'> = {
  name: { fa: 'شیخ‌آباد', en: 'Sheikhabad' },
  population: 18_400,
  areaM2: 840_000,
  point: { latitude: 34.6605, longitude: 50.8655 },
  isModel: true,
  summary: 'محله الگوی ملی؛ ارقام این صفحه ساختگی و نمونه است.',
  mosque: 'مسجد امام حسن مجتبی',
  mosques: 6,
  active: 5,
  council: { daysAgo: 190, isFull: true },
  problems: [
    { status: 'started', title: 'تاریکی کوچه‌های ۸ تا ۱۴', residents: 1, experts: 5, voters: 641, supporters: 88 },
    { status: 'started', title: 'نبود زمین ورزش دختران', residents: 4, experts: 7, voters: 302, supporters: 41 },
    { status: 'triaged', title: 'آب‌گرفتگی گذر اصلی', residents: 6, experts: 8, voters: 214, supporters: 19 },
    { status: 'started', title: 'نبود کارگاه نزدیک برای زنان سرپرست خانوار', residents: 8, experts: 3 },
    {
      status: 'triaged',
      title: 'درمانگاه بدون پزشک در عصرها',
      residents: 2,
      experts: 2,
      voters: 518,
      supporters: 73,
      escalated: { dueIn: 5, reason: 'نوبت عصر پزشک با شبکه بهداشت شهرستان است و از توان محله بیرون است.' },
    },
    { status: 'triaged', title: 'فروش مواد در پیرامون بوستان', residents: 3, experts: 4 },
    {
      status: 'triaged',
      title: 'سگ‌های ولگرد نزدیک مدرسه',
      residents: 5,
      experts: 6,
      escalated: {
        dueIn: -20,
        reason: 'گردآوری سگ‌ها با شهرداری است.',
        answer: 'گروه شهرداری از هفته آینده دو نوبت در هفته به محله می‌آید.',
      },
    },
    { status: 'awaiting', title: 'کتابخانه بسته در عصرها', residents: 9, experts: 9 },
    { status: 'solved', title: 'چاه رهاشده کنار دبستان', residents: 2, experts: 1 },
    { status: 'closed', title: 'نیمکت و سایه در بوستان', residents: 9, experts: 9 },
  ],
  capacities: 10,
  volunteers: 12,
  operations: [],
  told: SHEIKHABAD_PLAN,
};

const CITY: readonly Told[] = [
  {
    stage: 'done',
    problems: [
      {
        status: 'triaged',
        title: 'انباشت پسماند در حاشیه محله',
        residents: 1,
        experts: 2,
        voters: 733,
        supporters: 120,
        escalated: { dueIn: -2, reason: 'زمین‌ها بیرون از محدوده محله و پسماند از شهر است.' },
      },
      { status: 'triaged', title: 'نبود اتوبوس پس از ساعت ۲۱', residents: 3, experts: 8 },
      ...STAGES.done.problems,
    ],
    name: { fa: 'پردیسان', en: 'Pardisan' },
    population: 42_000,
    areaM2: 3_900_000,
    point: { latitude: 34.5743, longitude: 50.8065 },
    isModel: true,
    volunteers: 6,
    mosques: 14,
    active: 12,
  },
  {
    stage: 'formed',
    name: { fa: 'امام رضا', en: 'Imam Reza' },
    population: 15_200,
    areaM2: 910_000,
    point: { latitude: 34.6241, longitude: 50.8702 },
    mosques: 9,
    active: 7,
  },
  {
    stage: 'vacant',
    name: { fa: 'چهارمردان', en: 'Chaharmardan' },
    population: 21_700,
    areaM2: 1_150_000,
    point: { latitude: 34.6362, longitude: 50.8867 },
    mosques: 17,
    active: 14,
  },
  {
    stage: 'unmet',
    name: { fa: 'باجک', en: 'Bajak' },
    population: 16_900,
    point: { latitude: 34.6557, longitude: 50.8957 },
    areaM2: 760_000,
    mosques: 12,
    active: 8,
  },
  {
    stage: 'late',
    name: { fa: 'نیروگاه', en: 'Niroogah' },
    population: 31_300,
    point: { latitude: 34.6128, longitude: 50.9122 },
    areaM2: 1_980_000,
    mosques: 18,
    active: 13,
  },
  {
    stage: 'absent',
    name: { fa: 'شهرک قائم', en: 'Shahrak-e Qaem' },
    population: 24_800,
    point: { latitude: 34.5982, longitude: 50.9287 },
    areaM2: 2_300_000,
    mosques: 15,
    active: 9,
  },
  {
    stage: 'registered',
    name: { fa: 'صفاشهر', en: 'Safashahr' },
    population: 12_600,
    point: { latitude: 34.6489, longitude: 50.8431 },
    areaM2: 690_000,
    mosques: 11,
    active: 8,
  },
  {
    stage: 'done',
    name: { fa: 'سالاریه', en: 'Salarieh' },
    population: 9_800,
    point: { latitude: 34.6168, longitude: 50.8486 },
    areaM2: 820_000,
    mosques: 13,
    active: 12,
  },
];

const COUNTRY = [
  {
    county: 'کهک',
    stage: 'unsworn',
    name: { fa: 'فردو', en: 'Fordo' },
    point: { latitude: 34.3066, longitude: 50.9986 },
    population: 1_900,
    mosques: 5,
    active: 3,
  },
  {
    county: 'کهک',
    stage: 'formed',
    name: { fa: 'وشنوه', en: 'Veshnaveh' },
    point: { latitude: 34.2469, longitude: 50.993 },
    population: 1_200,
    mosques: 5,
    active: 4,
  },
  {
    county: 'جعفرآباد',
    stage: 'absent',
    name: { fa: 'قاهان', en: 'Qahan' },
    point: { latitude: 34.739, longitude: 50.13 },
    population: 2_100,
    mosques: 7,
    active: 5,
  },
] as const;

/** Qom, the national model: its four known neighbourhoods at different steps, and others around them. */
export const tellQom = (author: Author): void => {
  const county = author.place('county', 'قم');
  const city = author.place('city', 'قم');
  const office = writeOffice(author, county);
  writeCounty(author, county, { daysAgo: 210 }, office.secretary);
  writeCounty(author, author.place('county', 'کهک'), { daysAgo: 180, vacant: { civil_society_2: 'left' } });
  writeCounty(author, author.place('county', 'جعفرآباد'), { daysAgo: 40, hasMet: false });
  const sheikhabad = writeNeighbourhood(author, { ...SHEIKHABAD, parentId: city.id }, office);
  writeNeighbourhoodAccounts(author, sheikhabad);
  writeDuties(author, office, county, sheikhabad.unitId);
  writeOverlap(author, office, sheikhabad.unitId, sheikhabad.manager);
  for (const { stage, ...told } of CITY)
    writeNeighbourhood(author, { ...STAGES[stage], ...told, parentId: city.id }, office);
  for (const { stage, county: name, ...told } of COUNTRY) {
    const inside = author.place('county', name);
    const district = author.ground.find(({ kind, countyId }) => kind === 'district' && countyId === inside.id);
    writeNeighbourhood(
      author,
      { ...told, ...STAGES[stage], kind: 'village', areaM2: 1_400_000, parentId: district?.id ?? inside.id },
      office,
    );
  }
};
