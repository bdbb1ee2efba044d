import type { Reasons } from '@mahalleh/kernel';

/** The texts of the reasons of upgrade. */
export const upgradeReasons = {
  upgrade_unknown: { fa: 'چنین ارتقایی نیست.', en: 'There is no such upgrade.' },
  upgrade_of_ended: {
    fa: 'این به‌کارگیری پایان یافته است و ارتقا نمی‌یابد.',
    en: 'This adoption has ended and is not upgraded.',
  },
  upgrade_version_unknown: {
    fa: 'نسخه {version} این الگو امضا نشده یا به این استان نرسیده است.',
    en: 'Version {version} of this template is not signed, or has not reached this province.',
  },
  upgrade_not_later: {
    fa: 'نسخه {version} از نسخه‌ای که دنبال می‌شود ({now}) تازه‌تر نیست.',
    en: 'Version {version} is not later than the one that is followed ({now}).',
  },
  upgrade_version_ended: {
    fa: 'نسخه {version} پس‌گرفته یا لغو شده است؛ به آن ارتقا نمی‌دهند.',
    en: 'Version {version} was withdrawn or revoked; nobody upgrades to it.',
  },
  upgrade_open: {
    fa: 'ارتقای این به‌کارگیری به نسخه {version} آغاز شده است: همان را ادامه دهید یا کنار بگذارید.',
    en: 'An upgrade of this adoption to version {version} is under way: go on with it, or lay it aside.',
  },
  upgrade_begun_meanwhile: {
    fa: 'هم‌اکنون کس دیگری ارتقای این به‌کارگیری را آغاز کرد: همان را ادامه دهید.',
    en: 'Somebody else has just begun an upgrade of this adoption: go on with that one.',
  },
  upgrade_not_open: {
    fa: 'این ارتقا پایان یافته یا کنار گذاشته شده است.',
    en: 'This upgrade is finished or was laid aside.',
  },
  upgrade_key_unknown: {
    fa: 'در این ارتقا چنین چیزی برای تصمیم نیست؛ شاید در این میان تغییری داده شده باشد.',
    en: 'There is nothing like this to decide in this upgrade; something may have been changed meanwhile.',
  },
  upgrade_choice_missing: {
    fa: 'بگویید آنچه اینجاست بماند یا آنچه نو است بیاید.',
    en: 'Say whether what is here stays or what is new comes.',
  },
  upgrade_target_missing: {
    fa: 'بگویید این جزء در این محله چیست.',
    en: 'Say what this element is in this neighbourhood.',
  },
  upgrade_not_joinable: {
    fa: 'این جزء با این نسخه نمی‌آید یا رکوردی ندارد که به آن بپیوندد.',
    en: 'This element does not come with this version, or has no record that it could be joined to.',
  },
  upgrade_undecided: {
    fa: 'هنوز {count} مورد تصمیم می‌خواهد: {names}',
    en: '{count} still to be decided: {names}',
  },
  upgrade_unmapped: {
    fa: 'هنوز گفته نشده است که این‌ها در این محله چه‌اند: {names}',
    en: 'It has not been said yet what these are in this neighbourhood: {names}',
  },
  upgrade_circle: {
    fa: 'با این تصمیم‌ها «{name}» در پایان منتظر خودش می‌شود؛ یکی از زمان‌ها را دیگر کنید.',
    en: '“{name}” would wait for itself after these decisions; decide one of the dates otherwise.',
  },
} as const satisfies Reasons;
