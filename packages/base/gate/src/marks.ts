import { SQLiteColumnBuilder, type SQLiteColumn } from 'drizzle-orm/sqlite-core';

/** What a column may hold besides plain facts: a person's data, or the words of a case. */
export type Mark = 'person' | 'case';

declare module 'drizzle-orm/sqlite-core' {
  interface SQLiteColumnBuilder {
    /** Declares that the column holds a person's data: redaction, logs and the border scan read this mark. */
    person(): this;
    /** Declares that the column holds the words of a case. */
    case(): this;
  }
}

type Marked = { config: { mark?: Mark } };

const mark = (kind: Mark) =>
  function (this: SQLiteColumnBuilder) {
    (this as unknown as Marked).config.mark = kind;
    return this;
  };

Object.assign(SQLiteColumnBuilder.prototype, { person: mark('person'), case: mark('case') });

/** The mark that a column was declared with, if any. */
export const markOf = (column: SQLiteColumn): Mark | undefined => (column as unknown as Marked).config.mark;
