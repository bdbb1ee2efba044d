import type { Locale } from '@mahalleh/kernel';

/** The words of maps and of the field that takes a point. */
export type MapTexts = {
  readonly metres: (n: string) => string;
  readonly kilometres: (n: string) => string;
  readonly north: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly wholeMap: string;
  readonly gathered: (n: string) => string;
  readonly nothingPlaced: string;
  readonly mapKeys: string;
  readonly pointMap: string;
  readonly pointKeys: string;
  readonly pin: string;
  readonly paste: string;
  readonly here: string;
  readonly wholePlace: string;
  readonly wholeNow: string;
  readonly locating: string;
  readonly located: (metres: string) => string;
  readonly notLocated: string;
  readonly notAllowed: string;
  readonly swapped: string;
  readonly turn: string;
  readonly inIran: string;
  readonly half: string;
  readonly inside: string;
  readonly outside: (distance: string) => string;
  readonly notHere: (place: string) => string;
};

/** The texts in both languages. */
export const MAP_TEXTS: Readonly<Record<Locale, MapTexts>> = {
  fa: {
    metres: (n) => `${n} متر`,
    kilometres: (n) => `${n} کیلومتر`,
    north: 'شمال',
    zoomIn: 'نزدیک‌تر',
    zoomOut: 'دورتر',
    wholeMap: 'همه نقشه',
    gathered: (n) => `${n} مورد در اینجا؛ نزدیک‌تر شوید`,
    nothingPlaced: 'هنوز جای هیچ‌چیز روی نقشه معلوم نیست.',
    mapKeys: 'کلیدهای جهت نقشه را جابه‌جا می‌کند، + و − نزدیک و دور، صفر همه را نشان می‌دهد.',
    pointMap: 'نقشه محله؛ جای نقطه را نشان دهید',
    pointKeys:
      'روی نقشه بزنید یا سنجاق را بکشید. با کلیدهای جهت ۱۰ متر و با Shift ۱۰۰ متر جابه‌جا می‌شود؛ Enter سنجاق را میان نقشه می‌گذارد.',
    pin: 'سنجاق نقطه',
    paste: 'هر دو عدد، درجه و دقیقه، یا پیوند یک نقشه را می‌توانید یک‌جا همین‌جا بچسبانید.',
    here: 'جای من',
    wholePlace: 'کل محله',
    wholeNow: 'نقطه‌ای انتخاب نشده است؛ جای آن کل محله خواهد بود.',
    locating: 'در حال یافتن جای شما…',
    located: (metres) => `جای شما با دقت ${metres} پیدا شد.`,
    notLocated: 'جای شما پیدا نشد؛ نقطه را روی نقشه بگذارید یا مختصات را بنویسید.',
    notAllowed: 'دسترسی به جای شما داده نشد؛ نقطه را روی نقشه بگذارید یا مختصات را بنویسید.',
    swapped: 'طول و عرض جابه‌جا نوشته شده است.',
    turn: 'جابه‌جا کن',
    inIran: 'این نقطه در ایران نیست.',
    half: 'برای یک نقطه هر دو عدد لازم است.',
    inside: 'درون مرز محله',
    outside: (distance) => `${distance} بیرون از مرز محله؛ اگر درست است ثبت کنید.`,
    notHere: (place) => `این نقطه بیرون از استان ${place} است و ثبت نمی‌شود.`,
  },
  en: {
    metres: (n) => `${n} m`,
    kilometres: (n) => `${n} km`,
    north: 'N',
    zoomIn: 'Closer',
    zoomOut: 'Further away',
    wholeMap: 'Whole map',
    gathered: (n) => `${n} here; zoom in`,
    nothingPlaced: 'Nothing has a place on the map yet.',
    mapKeys: 'The arrow keys move the map, + and − zoom, 0 shows all of it.',
    pointMap: 'Map of the neighbourhood; show where the point is',
    pointKeys:
      'Tap the map or drag the pin. The arrow keys move it by 10 m, with Shift by 100 m; Enter puts the pin in the middle of the map.',
    pin: 'Pin of the point',
    paste: 'Both numbers, degrees and minutes, or the link of a map can be pasted here at once.',
    here: 'Where I am',
    wholePlace: 'Whole neighbourhood',
    wholeNow: 'No point is chosen; the whole neighbourhood will be its place.',
    locating: 'Finding where you are…',
    located: (metres) => `Found where you are, to within ${metres}.`,
    notLocated: 'Could not find where you are; put the point on the map or type its coordinates.',
    notAllowed: 'Access to where you are was not given; put the point on the map or type its coordinates.',
    swapped: 'Latitude and longitude are the wrong way round.',
    turn: 'Turn them round',
    inIran: 'This point is not in Iran.',
    half: 'A point needs both numbers.',
    inside: 'Within the boundary of the neighbourhood',
    outside: (distance) => `${distance} outside the boundary of the neighbourhood; register it if that is right.`,
    notHere: (place) => `This point is outside ${place} province and will not be registered.`,
  },
};
