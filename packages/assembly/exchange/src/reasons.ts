import type { Reasons } from '@mahalleh/kernel';

/** The texts of what an import refuses. */
export const exchangeReasons = {
  import_empty: { fa: 'پرونده خالی است.', en: 'The file is empty.' },
  import_is_workbook: {
    fa: 'این پرونده اکسل است. در اکسل آن را با قالب «CSV UTF-8» ذخیره و دوباره بفرستید.',
    en: 'This is an Excel workbook. Save it as "CSV UTF-8" in Excel and send that.',
  },
  import_not_text: {
    fa: 'متن این پرونده خوانده نشد. آن را با قالب CSV و رمزگذاری UTF-8، UTF-16 یا Windows-1256 بفرستید.',
    en: 'The text of this file could not be read. Send a CSV in UTF-8, UTF-16 or Windows-1256.',
  },
  import_too_large: { fa: 'حجم پرونده بیش از {megabytes} مگابایت است.', en: 'The file is larger than {megabytes} MB.' },
  import_too_many_rows: {
    fa: 'پرونده بیش از {max} ردیف دارد. آن را چند بخش کنید.',
    en: 'The file has more than {max} rows. Divide it.',
  },
  import_too_many_columns: { fa: 'پرونده بیش از {max} ستون دارد.', en: 'The file has more than {max} columns.' },
  import_no_rows: {
    fa: 'پرونده باید یک ردیف عنوان و دست‌کم یک ردیف داده داشته باشد.',
    en: 'The file must have a header row and at least one row of data.',
  },
  import_quote_open: {
    fa: 'گیومه (") در ردیف {line} بسته نشده است.',
    en: 'A quotation mark is left open at row {line}.',
  },
  import_mapping_malformed: { fa: 'تطبیق ستون‌ها درست نیست.', en: 'The matching of columns is malformed.' },
  import_column_unmapped: {
    fa: 'برای «{fa}» ستونی انتخاب نشده است.',
    en: 'No column has been chosen for "{en}".',
  },
  import_row_too_long: {
    fa: 'این ردیف {cells} خانه دارد و عنوان‌ها {headers} تاست؛ جداکننده‌ای اضافه در متن هست.',
    en: 'This row has {cells} cells for {headers} headers: there is a stray separator in a text.',
  },
  import_person_ambiguous: {
    fa: '{count} نفر با این نام و سمت ثبت شده‌اند؛ شماره همراه را بنویسید.',
    en: '{count} people have this name and job title; give the mobile number.',
  },
} as const satisfies Reasons;
