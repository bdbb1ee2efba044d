import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that capacities raise. */
export const capacityReasons = {
  capacity_unknown: { fa: 'چنین ظرفیتی نیست.', en: 'There is no such capacity.' },
  unit_unknown: {
    fa: 'چنین واحدی نیست یا در محدوده شما نیست.',
    en: 'There is no such unit, or it is not in your area.',
  },
  unit_has_ended: { fa: 'این واحد دیگر برقرار نیست.', en: 'This unit no longer exists.' },
  agency_unknown: { fa: 'چنین دستگاهی نیست.', en: 'There is no such agency.' },
  domain_unknown: { fa: 'چنین حوزه‌ای نیست.', en: 'There is no such domain.' },
  point_needs_coordinates: {
    fa: 'برای یک نقطه هر دو عرض و طول جغرافیایی لازم است.',
    en: 'A point needs both latitude and longitude.',
  },
  fund_amount_missing: { fa: 'مبلغ این منبع مالی را به ریال بنویسید.', en: 'Write the amount of this fund in rials.' },
  fund_has_no_quantity: {
    fa: 'منبع مالی شمار ندارد؛ مبلغ آن را بنویسید.',
    en: 'A fund has no quantity; write its amount.',
  },
  fund_has_no_hours: { fa: 'منبع مالی ساعت باز بودن ندارد.', en: 'A fund has no opening hours.' },
  fund_short: {
    fa: 'از این منبع مالی تنها {left} ریال آزاد مانده است.',
    en: 'Only {left} rials of this fund are free.',
  },
  amount_only_for_funds: { fa: 'تنها منبع مالی مبلغ دارد.', en: 'Only a fund has an amount.' },
  amount_below_earmarked: {
    fa: 'از این منبع مالی {booked} ریال اختصاص یافته است؛ مبلغ نمی‌تواند کمتر از آن باشد.',
    en: '{booked} rials of this fund are earmarked; the amount cannot be less.',
  },
  quantity_below_booked: {
    fa: 'در نوبت‌های پیش رو تا {booked} عدد هم‌زمان گرفته شده است؛ شمار نمی‌تواند کمتر از آن باشد.',
    en: 'Bookings to come take up to {booked} at once; the quantity cannot be less.',
  },
  capacity_is_booked: {
    fa: 'این ظرفیت {count} نوبت پیش رو دارد. نخست آن‌ها را لغو کنید.',
    en: 'This capacity has {count} bookings to come. Cancel them first.',
  },
  capacity_not_bookable: {
    fa: 'تنها مکان، تجهیزات و منبع مالی را می‌توان گرفت.',
    en: 'Only places, equipment and funds can be booked.',
  },
  hours_not_understood: {
    fa: 'ساعت‌ها را این‌گونه بنویسید: ۸ تا ۱۲، ۱۶ تا ۲۰',
    en: 'Write the hours as 08:00-12:00, 16:00-20:00.',
  },
  hours_overlap: {
    fa: 'بازه‌های یک روز با هم برخورد دارند یا پایانشان پیش از آغازشان است.',
    en: 'The hours of one day overlap, or end before they begin.',
  },
  hours_not_set: {
    fa: 'ساعت باز بودن این ظرفیت هنوز نوشته نشده است. نخست آن را بنویسید.',
    en: 'The opening hours of this capacity are not set yet. Set them first.',
  },
  capacity_closed_on: { fa: 'این ظرفیت در {on} بسته است.', en: 'This capacity is closed on {on}.' },
  capacity_closed_on_holiday: {
    fa: '{on} تعطیل رسمی است و این ظرفیت در تعطیلات رسمی بسته است.',
    en: '{on} is an official holiday, and this capacity is closed on holidays.',
  },
  outside_hours: {
    fa: 'این زمان بیرون از ساعت باز بودن است. در {on} ساعت {open} باز است.',
    en: 'This is outside the opening hours. On {on} it is open {open}.',
  },
  exception_in_past: { fa: 'این روز گذشته است.', en: 'This day is past.' },
  exception_ends_before: { fa: 'روز پایان پیش از روز آغاز است.', en: 'The last day is before the first.' },
  exception_too_long: { fa: 'هر بار حداکثر {most} روز.', en: 'At most {most} days at a time.' },
  exceptions_too_many: {
    fa: 'حداکثر {most} روز استثنا نگه داشته می‌شود.',
    en: 'At most {most} exceptional days are kept.',
  },
  exception_unknown: { fa: 'این روز استثنا نیست.', en: 'This day is no exception.' },
  booking_unknown: { fa: 'چنین نوبتی نیست.', en: 'There is no such booking.' },
  booking_needs_purpose: {
    fa: 'بنویسید برای چه کاری گرفته می‌شود، یا یک عملیات را انتخاب کنید.',
    en: 'Say what it is booked for, or choose an operation.',
  },
  operation_not_open: {
    fa: 'چنین عملیاتی در دست برنامه یا اجرا نیست.',
    en: 'No such operation is planned or running.',
  },
  booking_span_empty: { fa: 'پایان باید پس از آغاز باشد.', en: 'The end must come after the beginning.' },
  booking_in_past: { fa: 'این زمان گذشته است.', en: 'This time is past.' },
  booking_too_long: { fa: 'هر نوبت حداکثر {most} روز است.', en: 'A booking lasts at most {most} days.' },
  booking_too_far: {
    fa: 'نوبت را حداکثر تا {most} روز دیگر می‌توان گرفت.',
    en: 'Bookings are taken at most {most} days ahead.',
  },
  series_before_start: {
    fa: 'پایان تکرار پیش از نخستین نوبت است.',
    en: 'The repetition ends before the first booking.',
  },
  series_overlaps_itself: {
    fa: 'نوبتی که هر هفته تکرار می‌شود باید کوتاه‌تر از یک هفته باشد.',
    en: 'A booking that repeats every week must be shorter than a week.',
  },
  series_too_long: { fa: 'حداکثر {most} هفته.', en: 'At most {most} weeks.' },
  booking_over_quantity: { fa: 'از این تجهیزات تنها {most} عدد هست.', en: 'There are only {most} of this equipment.' },
  booking_clash: {
    fa: 'این زمان با نوبت {code} برخورد دارد: از {on} ساعت {from} تا {until} ساعت {to}.',
    en: 'This time clashes with booking {code}: from {on}, {from}, until {until}, {to}.',
  },
  booking_clash_quantity: {
    fa: 'در این زمان تنها {free} عدد آزاد است؛ نوبت {code} از {on} ساعت {from} تا {until} ساعت {to} بقیه را گرفته است.',
    en: 'Only {free} are free then; booking {code} has the others from {on}, {from}, until {until}, {to}.',
  },
  booking_taken: {
    fa: 'در این فاصله همین زمان را دیگری گرفته است.',
    en: 'In the meantime this time was taken by another booking.',
  },
  booking_is_cancelled: { fa: 'این نوبت لغو شده است.', en: 'This booking is cancelled.' },
  booking_has_ended: { fa: 'این نوبت گذشته است و لغو نمی‌شود.', en: 'This booking is over and cannot be cancelled.' },
  capacity_is_withdrawn: {
    fa: 'این ظرفیت از بانک ظرفیت‌ها بیرون رفته است.',
    en: 'This capacity has been withdrawn from the bank.',
  },
} as const satisfies Reasons;
