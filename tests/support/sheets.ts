import { strFromU8, unzipSync } from 'fflate';

/** A table of a file, row by row: the text or the number of each cell; nothing where there is none. */
export type SheetRows = readonly (readonly (string | number | null)[])[];

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const columnOf = (at: string): number =>
  [...at.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0) - 1;

/** The first sheet of a workbook, and whether it reads from the right. */
export const readXlsx = (bytes: Uint8Array): { readonly rows: SheetRows; readonly isRightToLeft: boolean } => {
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const rows = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/g)].map(([, inside = '']) => {
    const row: (string | number | null)[] = [];
    for (const [, at = '', attributes = '', body = ''] of inside.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(.*?)<\/c>/g)) {
      const text = /<t[^>]*>(.*?)<\/t>/.exec(body)?.[1];
      const value = attributes.includes('inlineStr') ? unescaped(text ?? '') : Number(/<v>(.*?)<\/v>/.exec(body)?.[1]);
      while (row.length < columnOf(at)) row.push(null);
      row.push(value);
    }
    return row;
  });
  return { rows, isRightToLeft: sheet.includes('rightToLeft="1"') };
};

/** The rows of a CSV, the names of its columns first; a quoted cell may hold commas. */
export const readCsv = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      ),
    );
