import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that responsibilities raise. */
export const responsibilityReasons = {
  responsibility_unknown: {
    fa: 'چنین مسئولیتی نیست، یا پایان یافته، یا در محدوده شما نیست.',
    en: 'There is no such responsibility, or it has ended, or it is not within your area.',
  },
  responsibility_unit_ended: {
    fa: 'این واحد دیگر برقرار نیست؛ مسئولیت را برای جانشین آن ثبت کنید.',
    en: 'This unit no longer exists; assign the responsibility in its successor.',
  },
  responsibility_lead_taken: {
    fa: 'متولی این حوزه در همین واحد «{agency}» است؛ نخست مسئولیت آن را پایان دهید یا به جای آن ثبت کنید.',
    en: 'The lead of this domain in this very unit is {agency}; release it first, or assign in its place.',
  },
  responsibility_lead_taken_now: {
    fa: 'در همین لحظه متولی دیگری برای این حوزه در همین واحد ثبت شد؛ صفحه را تازه کنید.',
    en: 'At this very moment another lead was assigned for this domain in this very unit; load the page anew.',
  },
  responsibility_declared_before: {
    fa: 'این دستگاه در همین واحد برای همین حوزه مسئولیتی دارد؛ نخست آن را پایان دهید.',
    en: 'This agency already has a responsibility for this domain in this very unit; release it first.',
  },
  responsibility_replaced_unknown: {
    fa: 'مسئولیتی که باید جایش را بگیرد دیگر نیست؛ صفحه را تازه کنید.',
    en: 'The responsibility that it is to replace is no longer there; load the page anew.',
  },
  responsibility_from_future: {
    fa: 'آغاز مسئولیت نمی‌تواند پس از امروز باشد.',
    en: 'A responsibility cannot begin after today.',
  },
} as const satisfies Reasons;
