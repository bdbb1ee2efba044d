import type { CouncilKind, Office } from './codes.ts';
import type { CharterSeat } from './inputs.ts';

/** A charter as data: what a kind of council must and may be made of. */
export type CharterText = {
  readonly id: string;
  readonly kind: CouncilKind;
  readonly titleFa: string;
  readonly titleEn: string;
  readonly fromOn: string;
  readonly seats: readonly (CharterSeat & { readonly id: string })[];
};

type Place = 'chair' | 'secretary' | 'member' | 'optional';

/** A seat on one line; ids never change, so that every province knows a national seat by the same name. */
const seat = (id: string, key: string, titleFa: string, titleEn: string, office: Office, place: Place) => ({
  id: `0199a7c0-0000-7000-8000-${id}`,
  key,
  titleFa,
  titleEn,
  office,
  isRequired: place !== 'optional',
  isChair: place === 'chair',
  isSecretary: place === 'secretary',
});

const inForceFrom = '2025-09-23';

/** The least that a province's steering council is: the programme names its chair and who runs it day to day, and no other seat. */
const provinceSteering: CharterText = {
  id: '0199a7c0-0000-7000-8000-000000000100',
  kind: 'province_steering',
  titleFa: 'ساختار ملی شورای راهبری استان',
  titleEn: 'National charter of the province steering council',
  fromOn: inForceFrom,
  seats: [
    seat('000000000101', 'governor', 'استاندار', 'Governor', 'governor', 'chair'),
    seat(
      '000000000102',
      'social_affairs_head',
      'مدیرکل امور اجتماعی و فرهنگی',
      'Director-general of social and cultural affairs',
      'social_affairs_head',
      'secretary',
    ),
  ],
};

/** The steering council of a county's neighbourhood-management network, exactly as notified. */
const countySteering: CharterText = {
  id: '0199a7c0-0000-7000-8000-000000000200',
  kind: 'county_steering',
  titleFa: 'ساختار ملی شورای راهبری شبکه مدیریت محله‌محور شهرستان',
  titleEn: 'National charter of the county steering council',
  fromOn: inForceFrom,
  seats: [
    seat('000000000201', 'county_governor', 'فرماندار', 'County governor', 'county_governor', 'chair'),
    seat('000000000202', 'mayor', 'شهردار', 'Mayor', 'mayor', 'secretary'),
    seat(
      '000000000203',
      'propagation_head',
      'رئیس سازمان تبلیغات اسلامی',
      'Head of the Islamic Propagation Organisation',
      'propagation_head',
      'member',
    ),
    seat(
      '000000000204',
      'basij_commander',
      'فرمانده ناحیه بسیج',
      'Basij district commander',
      'basij_commander',
      'member',
    ),
    seat(
      '000000000205',
      'civil_society_1',
      'نماینده نخست تشکل‌های مردمی',
      'First civil-society representative',
      'civil_society',
      'member',
    ),
    seat(
      '000000000206',
      'civil_society_2',
      'نماینده دوم تشکل‌های مردمی',
      'Second civil-society representative',
      'civil_society',
      'member',
    ),
  ],
};

/** The progress council of a neighbourhood: seven seats that it must have, two that it may have. */
const neighbourhoodProgress: CharterText = {
  id: '0199a7c0-0000-7000-8000-000000000300',
  kind: 'neighbourhood_progress',
  titleFa: 'ساختار ملی شورای پیشرفت محله',
  titleEn: 'National charter of the neighbourhood progress council',
  fromOn: inForceFrom,
  seats: [
    seat(
      '000000000301',
      'neighbourhood_manager',
      'مدیر محله',
      'Neighbourhood manager',
      'neighbourhood_manager',
      'chair',
    ),
    seat('000000000302', 'imam', 'امام جماعت مسجد', 'Imam of the mosque', 'imam', 'member'),
    seat('000000000303', 'basij_base', 'پایگاه بسیج', 'Basij base', 'basij_base', 'member'),
    seat('000000000304', 'school', 'مدرسه', 'School', 'school', 'member'),
    seat('000000000305', 'health_house', 'خانه بهداشت', 'Health house', 'health_house', 'member'),
    seat('000000000306', 'trustee_1', 'معتمد نخست محله', 'First trustee of the residents', 'trustee', 'member'),
    seat('000000000307', 'trustee_2', 'معتمد دوم محله', 'Second trustee of the residents', 'trustee', 'member'),
    seat('000000000308', 'municipality', 'شهرداری', 'Municipality', 'municipality', 'optional'),
    seat('000000000309', 'jihadi_group', 'گروه جهادی', 'Jihadi group', 'jihadi_group', 'optional'),
  ],
};

/** The national minimum of every kind of council. Stable ids; a seed writes them as they are. */
export const NATIONAL_CHARTERS = [
  provinceSteering,
  countySteering,
  neighbourhoodProgress,
] as const satisfies readonly CharterText[];

/** Versions that provinces are known to have: Markazi adds one or two city-council members to the county council. */
export const PROVINCE_CHARTERS: Readonly<Record<string, readonly CharterText[]>> = {
  markazi: [
    {
      id: '0199a7c0-0000-7000-8000-000000000400',
      kind: 'county_steering',
      titleFa: 'ساختار شورای راهبری شهرستان در استان مرکزی',
      titleEn: 'County steering council of Markazi',
      fromOn: inForceFrom,
      seats: [
        ...countySteering.seats.map((s, i) => ({ ...s, id: `0199a7c0-0000-7000-8000-00000000040${i + 1}` })),
        seat(
          '000000000407',
          'city_council_1',
          'عضو نخست شورای شهر',
          'First city-council member',
          'city_council',
          'member',
        ),
        seat(
          '000000000408',
          'city_council_2',
          'عضو دوم شورای شهر',
          'Second city-council member',
          'city_council',
          'optional',
        ),
      ],
    },
  ],
};
