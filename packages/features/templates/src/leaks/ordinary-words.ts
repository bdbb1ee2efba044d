import { foldedText } from './folded.ts';

const JOINING =
  'ها های هایی هایش هایشان هایمان ی ای یی و یا که را در از به با بر تا این ان آن هر چند چه همه هیچ هم نیز اما ولی اگر چون زیرا پس پیش برای بدون بی جز مگر مانند مثل همچون میان بین کنار پشت روبه رو روی زیر بالای پایین نزدیک دور داخل درون بیرون خارج سوی سمت جای جایی بجای به‌جای همان همین چنین خود ما شما او ایشان یک یکی برخی بعضی بیشتر کمتر دیگر دیگری نخستین نخست آخرین سپس اکنون هنوز دوباره فقط تنها البته بلکه یعنی شان مان ام ات اش ترین تر';
const VERBS =
  'است هست هستند نیست نیستند بود بودند نبود بودن شد شدند شده نشده شدن شود شوند می نمی کرد کردند کرده نکرده کردن کند کنند کنید کنیم نکنید دارد ندارد دارند ندارند داشت داشتند داشته باشد باشند نباشد خواهد خواهند گفت گفتند گفته رفت رفته آمد آمدند آمده آید آیند داد دادند داده دادن دهد دهند گیرد گیرند گرفت گرفته گرفتن ماند مانده ماندن رسید رسیده رسیدن آغاز آغازکنید پایان بسته دیده ساخته خواست خواسته توان باید نباید شاید برپا برگزار انجام منتهی';
const QUALITIES =
  'اصلی فرعی اول مرکزی جنبی خاکی باریک پهن مسکونی تجاری اداری عمومی خصوصی دولتی مردمی مذهبی محلی شهری روستایی آموزشی ورزشی فرهنگی بهداشتی درمانی اجرایی سازمانی صنفی تولیدی نوساز قدیمی تازه نو کهنه فرسوده کوچک بزرگ خالی پر کم فعال تعطیل آماده ایمن امن ناامن موقت مشترک مناسب نامناسب متروکه مخروبه رها رهاشده تاریک خلوت شلوغ پیشران جامع مجاور همجوار موجود معین نمونه هدف مجازی شبانه روزی دخترانه پسرانه پیاده دوره ورودی خروجی پشتی';
const THINGS =
  'محله محلات محل شهر روستا مردم اهالی همسایه همسایگان ساکنان خانواده گروه کمیته نشست جلسه برنامه طرح عملیات عمل نبرد کارگاه بازی مدرسه مسجد بهداشت پایگاه خانه وقت روز شب صبح عصر عصرها هفته ماه سال مادر بن نفر خانوار متر متری گزارش';
const OFFICES =
  'محترم معلم مدیر مربی داوطلب سرپرست رابط ناظر مشاور مجری متخصص دانشجو دانشگاه باردار جوان جوانان شورا پیگیر حاضر هماهنگ عضو نماینده مسئول کارشناس پزشک ماما پرستار';

const setOf = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => foldedText(list).split(' ')));

const ORDINARY = setOf(JOINING, VERBS, QUALITIES, THINGS);
/** After a title, what somebody is names nobody; after «میدان» it does name the place: «میدان معلم». */
const OF_PEOPLE = setOf(OFFICES);

/** What bases and capacities are called by what they are, and not by a name. */
const PLACES = setOf(
  'تالار حیاط سالن شبستان کلاس اتاق زمین انبار آشپزخانه کتابخانه پارک بوستان دبستان دبیرستان حسینیه صندوق خیریه هیئت هیات بسیج سرا فرهنگسرا درمانگاه مرکز پارکینگ محوطه بام میز صندلی وانت بلندگو رایانه فضای سبز جهادی امنا نمازخانه مهد کودک',
);

/** Whether a folded word is one that names no street and no place: what joins, what is done, how something is, what a neighbourhood has. */
export const isOrdinaryWord = (word: string): boolean => ORDINARY.has(word);

/** Whether a folded word names nobody after a title, and is nobody’s surname by itself. */
export const isNobody = (word: string): boolean => ORDINARY.has(word) || OF_PEOPLE.has(word);

/** Whether a name says what something is, and nothing else: «حیاط مسجد», «خیریه محله». */
export const isOrdinaryName = (name: string): boolean =>
  foldedText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => word === '' || ORDINARY.has(word) || PLACES.has(word));
