/** The 31 provinces, in the order of their ISO number. Source: ISO 3166-2:IR, Statistical Centre of Iran. */
export const PROVINCES = [
  { code: '00', iso: 'IR-00', slug: 'markazi', nameFa: 'مرکزی', nameEn: 'Markazi' },
  { code: '01', iso: 'IR-01', slug: 'gilan', nameFa: 'گیلان', nameEn: 'Gilan' },
  { code: '02', iso: 'IR-02', slug: 'mazandaran', nameFa: 'مازندران', nameEn: 'Mazandaran' },
  { code: '03', iso: 'IR-03', slug: 'east-azerbaijan', nameFa: 'آذربایجان شرقی', nameEn: 'East Azerbaijan' },
  { code: '04', iso: 'IR-04', slug: 'west-azerbaijan', nameFa: 'آذربایجان غربی', nameEn: 'West Azerbaijan' },
  { code: '05', iso: 'IR-05', slug: 'kermanshah', nameFa: 'کرمانشاه', nameEn: 'Kermanshah' },
  { code: '06', iso: 'IR-06', slug: 'khuzestan', nameFa: 'خوزستان', nameEn: 'Khuzestan' },
  { code: '07', iso: 'IR-07', slug: 'fars', nameFa: 'فارس', nameEn: 'Fars' },
  { code: '08', iso: 'IR-08', slug: 'kerman', nameFa: 'کرمان', nameEn: 'Kerman' },
  { code: '09', iso: 'IR-09', slug: 'razavi-khorasan', nameFa: 'خراسان رضوی', nameEn: 'Razavi Khorasan' },
  { code: '10', iso: 'IR-10', slug: 'isfahan', nameFa: 'اصفهان', nameEn: 'Isfahan' },
  {
    code: '11',
    iso: 'IR-11',
    slug: 'sistan-baluchestan',
    nameFa: 'سیستان و بلوچستان',
    nameEn: 'Sistan and Baluchestan',
  },
  { code: '12', iso: 'IR-12', slug: 'kurdistan', nameFa: 'کردستان', nameEn: 'Kurdistan' },
  { code: '13', iso: 'IR-13', slug: 'hamadan', nameFa: 'همدان', nameEn: 'Hamadan' },
  {
    code: '14',
    iso: 'IR-14',
    slug: 'chaharmahal-bakhtiari',
    nameFa: 'چهارمحال و بختیاری',
    nameEn: 'Chaharmahal and Bakhtiari',
  },
  { code: '15', iso: 'IR-15', slug: 'lorestan', nameFa: 'لرستان', nameEn: 'Lorestan' },
  { code: '16', iso: 'IR-16', slug: 'ilam', nameFa: 'ایلام', nameEn: 'Ilam' },
  {
    code: '17',
    iso: 'IR-17',
    slug: 'kohgiluyeh-boyer-ahmad',
    nameFa: 'کهگیلویه و بویراحمد',
    nameEn: 'Kohgiluyeh and Boyer-Ahmad',
  },
  { code: '18', iso: 'IR-18', slug: 'bushehr', nameFa: 'بوشهر', nameEn: 'Bushehr' },
  { code: '19', iso: 'IR-19', slug: 'zanjan', nameFa: 'زنجان', nameEn: 'Zanjan' },
  { code: '20', iso: 'IR-20', slug: 'semnan', nameFa: 'سمنان', nameEn: 'Semnan' },
  { code: '21', iso: 'IR-21', slug: 'yazd', nameFa: 'یزد', nameEn: 'Yazd' },
  { code: '22', iso: 'IR-22', slug: 'hormozgan', nameFa: 'هرمزگان', nameEn: 'Hormozgan' },
  { code: '23', iso: 'IR-23', slug: 'tehran', nameFa: 'تهران', nameEn: 'Tehran' },
  { code: '24', iso: 'IR-24', slug: 'ardabil', nameFa: 'اردبیل', nameEn: 'Ardabil' },
  { code: '25', iso: 'IR-25', slug: 'qom', nameFa: 'قم', nameEn: 'Qom' },
  { code: '26', iso: 'IR-26', slug: 'qazvin', nameFa: 'قزوین', nameEn: 'Qazvin' },
  { code: '27', iso: 'IR-27', slug: 'golestan', nameFa: 'گلستان', nameEn: 'Golestan' },
  { code: '28', iso: 'IR-28', slug: 'north-khorasan', nameFa: 'خراسان شمالی', nameEn: 'North Khorasan' },
  { code: '29', iso: 'IR-29', slug: 'south-khorasan', nameFa: 'خراسان جنوبی', nameEn: 'South Khorasan' },
  { code: '30', iso: 'IR-30', slug: 'alborz', nameFa: 'البرز', nameEn: 'Alborz' },
] as const;

/** The name a province has in addresses and databases: `qom`. */
export type ProvinceSlug = (typeof PROVINCES)[number]['slug'];

/** What is fixed about a province. */
export type ProvinceEntry = {
  readonly code: string;
  readonly iso: string;
  readonly slug: ProvinceSlug;
  readonly nameFa: string;
  readonly nameEn: string;
};

const bySlug: ReadonlyMap<string, ProvinceEntry> = new Map(PROVINCES.map((province) => [province.slug, province]));
const byCode: ReadonlyMap<string, ProvinceEntry> = new Map(PROVINCES.map((province) => [province.code, province]));

/** Whether the text is the slug of one of the 31 provinces. */
export const isProvinceSlug = (text: string): text is ProvinceSlug => bySlug.has(text);

/** The province of this slug. */
export const provinceOf = (slug: ProvinceSlug): ProvinceEntry => {
  const found = bySlug.get(slug);
  if (found === undefined) throw new RangeError('not a province slug');
  return found;
};

/** The province of this two-digit code, if there is one. */
export const provinceByCode = (code: string): ProvinceEntry | undefined => byCode.get(code);
