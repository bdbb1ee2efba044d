import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that boards raise. */
export const boardsReasons = {
  board_unknown: {
    fa: 'چنین تابلویی نیست، یا با شما در میان گذاشته نشده است.',
    en: 'There is no such board, or it is not shared with you.',
  },
  board_of_other: {
    fa: 'این تابلو را کس دیگری ساخته است؛ آن را با نام خودتان نگه دارید.',
    en: 'Somebody else made this board; keep it under a name of your own.',
  },
  board_path_unknown: {
    fa: 'تنها صفحه‌های ارقام ملی را می‌توان تابلو کرد.',
    en: 'Only pages of national figures can be kept as a board.',
  },
  board_is_there: { fa: 'این تابلو کنار گذاشته نشده است.', en: 'This board has not been discarded.' },
  boards_too_many: {
    fa: '۶۰ تابلو نگه داشته‌اید؛ نخست یکی را کنار بگذارید.',
    en: 'You keep 60 boards; discard one first.',
  },
  pins_too_many: {
    fa: 'امروز ۲۰ لحظه را ثابت کرده‌اید؛ هر کدام یک رونوشت است. فردا ادامه دهید.',
    en: 'You have pinned 20 moments today, and each is a copy. Go on tomorrow.',
  },
  moment_unknown: {
    fa: 'چنین لحظه ثابتی نیست؛ نشانی را از کسی که آن را فرستاده بگیرید.',
    en: 'No such moment was pinned; ask whoever sent the address.',
  },
} as const satisfies Reasons;
