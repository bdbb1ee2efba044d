import type { Reasons } from '@mahalleh/kernel';

/** What people and roles refuse. */
export const peopleReasons = {
  person_unknown: { fa: 'چنین شخصی در این فضای کاری نیست.', en: 'There is no such person in this workspace.' },
  person_retired: { fa: 'این شخص دیگر اینجا کار نمی‌کند.', en: 'This person no longer works here.' },
  person_outside_scope: {
    fa: 'این شخص بیرون از محدوده شما نیز نقش دارد؛ تغییر او کار راهبری با محدوده بزرگ‌تر است.',
    en: 'This person also holds a role outside your units; an administrator with a wider scope must do this.',
  },
  mobile_taken: {
    fa: 'این شماره همراه برای شخص دیگری ثبت شده است.',
    en: 'This mobile number is recorded for another person.',
  },
  role_unknown: { fa: 'چنین نقشی نیست.', en: 'There is no such role.' },
  role_grant_unknown: {
    fa: 'چنین نقشی در محدوده شما به کسی داده نشده است.',
    en: 'No such role is held within your scope.',
  },
  role_already_held: {
    fa: 'این شخص همین نقش را در همین واحد دارد.',
    en: 'The person already holds this role over this unit.',
  },
  role_above_own: {
    fa: 'دادن یا گرفتن این نقش در این واحد فراتر از اختیار شماست.',
    en: 'Giving or ending this role over this unit is beyond your own rights.',
  },
  role_unsuited_to_unit: {
    fa: 'این نقش برای این نوع واحد نیست.',
    en: 'This role is not held over a unit of this kind.',
  },
  agency_required: { fa: 'دستگاه کارشناس را مشخص کنید.', en: 'Name the agency of the officer.' },
  agency_not_for_role: {
    fa: 'تنها نقش کارشناس دستگاه به دستگاه وابسته است.',
    en: 'Only an agency officer is tied to an agency.',
  },
  agency_unknown: { fa: 'چنین دستگاهی ثبت نشده است.', en: 'There is no such agency.' },
  unit_unknown: { fa: 'چنین واحدی در محدوده شما نیست.', en: 'There is no such unit within your scope.' },
  own_administration_stays: {
    fa: 'راهبری خودتان را نمی‌توانید پایان دهید. راهبر دیگری باید این کار را بکند تا همیشه دست‌کم یک راهبر بماند.',
    en: 'You cannot end your own administration. Another administrator must do it, so that one always remains.',
  },
} as const satisfies Reasons;
