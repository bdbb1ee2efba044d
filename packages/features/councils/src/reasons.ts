import type { Reasons } from '@mahalleh/kernel/failure';

/** Every reason that councils raise, in both languages. */
export const councilsReasons = {
  council_unknown: { fa: 'چنین شورایی در دسترس شما نیست.', en: 'There is no such council that you may see.' },
  unit_unknown: { fa: 'چنین واحدی در دسترس شما نیست.', en: 'There is no such unit that you may see.' },
  charter_unknown: { fa: 'چنین ساختاری نیست.', en: 'There is no such charter.' },
  charter_not_in_force: {
    fa: 'برای این نوع شورا هنوز ساختاری در این استان ثبت نشده است.',
    en: 'This province has no charter for this kind of council yet.',
  },
  seat_unknown: { fa: 'این کرسی در ساختار این شورا نیست.', en: 'The charter of this council has no such seat.' },
  person_unknown: {
    fa: 'چنین شخصی در فهرست اشخاص استان نیست.',
    en: 'There is no such person among the people of the province.',
  },
  appointment_unknown: { fa: 'چنین انتصابی در دسترس شما نیست.', en: 'There is no such appointment that you may see.' },
  committee_kind_unknown: { fa: 'این استان چنین کمیته‌ای ندارد.', en: 'This province has no such committee.' },
  council_kind_not_for_unit: {
    fa: 'این نوع شورا برای این واحد نیست.',
    en: 'This kind of council is not for this unit.',
  },
  unit_ended: { fa: 'این واحد دیگر برقرار نیست.', en: 'This unit has ended.' },
  council_exists: { fa: 'این واحد شورایی از این نوع دارد.', en: 'This unit already has a council of this kind.' },
  council_dissolved: { fa: 'این شورا منحل شده است.', en: 'This council has been dissolved.' },
  date_in_future: { fa: 'این تاریخ هنوز نرسیده است.', en: 'This date has not come yet.' },
  end_before_start: { fa: 'پایان نباید پیش از آغاز باشد.', en: 'The end must not come before the start.' },
  dissolved_before_established: {
    fa: 'انحلال نباید پیش از تشکیل شورا باشد.',
    en: 'A council cannot be dissolved before it was established.',
  },
  appointment_overlaps: {
    fa: 'در این بازه کس دیگری این کرسی را دارد. نخست دوره او را پایان دهید.',
    en: 'Somebody else holds this seat in that time. End that mandate first.',
  },
  person_holds_other_seat: {
    fa: 'این شخص در این بازه کرسی «{seatFa}» همین شورا را دارد.',
    en: 'In that time this person holds another seat of this council: {seatEn}.',
  },
  already_sworn: { fa: 'پذیرش شرح وظایف این انتصاب ثبت شده است.', en: 'This appointment has been sworn already.' },
  sworn_before_appointment: {
    fa: 'پذیرش شرح وظایف نباید پیش از آغاز حکم باشد.',
    en: 'Nobody is sworn before the appointment begins.',
  },
  appointment_ended: { fa: 'این انتصاب پایان یافته است.', en: 'This appointment has ended.' },
  first_meeting_already_held: {
    fa: 'نشست نخست این شورا ثبت شده است.',
    en: 'The first meeting of this council has been recorded already.',
  },
  meeting_before_established: {
    fa: 'نشست نباید پیش از تشکیل شورا باشد.',
    en: 'A meeting cannot come before the council was established.',
  },
  committee_before_established: {
    fa: 'کمیته نباید پیش از تشکیل شورا باشد.',
    en: 'A committee cannot be formed before the council was established.',
  },
  committee_not_for_council: {
    fa: 'کمیته تخصصی فقط برای شورای پیشرفت محله است.',
    en: 'Only a neighbourhood progress council has committees.',
  },
  committee_exists: {
    fa: 'این شورا این کمیته را تشکیل داده است.',
    en: 'This council has formed this committee already.',
  },
  seat_key_malformed: {
    fa: 'نام فنی کرسی فقط حروف کوچک لاتین، رقم و زیرخط دارد.',
    en: 'A seat key has small Latin letters, digits and underscores only.',
  },
  charter_lacks_seat: {
    fa: 'کرسی الزامی «{seatFa}» از ساختار ملی در این ساختار نیست.',
    en: 'The nationally required seat is missing: {seatEn}.',
  },
  charter_changes_seat: {
    fa: 'کرسی «{seatFa}» باید همان‌گونه بماند که ساختار ملی گفته است: الزامی، با همان سمت و همان جایگاه.',
    en: 'This seat must stay as the national charter says, required and with the same office and place: {seatEn}.',
  },
  charter_repeats_seat: { fa: 'کرسی «{seatFa}» دو بار آمده است.', en: 'This seat is listed twice: {seatEn}.' },
  charter_needs_one_chair: { fa: 'هر شورا درست یک رئیس دارد.', en: 'A council has exactly one chair.' },
  charter_version_taken: {
    fa: 'در همین فاصله نسخه دیگری از این ساختار پذیرفته شد.',
    en: 'Another version of this charter was adopted in the meantime.',
  },
} as const satisfies Reasons;
