import { strToU8, zipSync } from 'fflate';
import type { SheetColumn, SheetTable, Value } from './table';

/** How a workbook is written: the way it reads, and the words for what is no number. */
export type SheetWords = {
  readonly isRightToLeft: boolean;
  readonly states: Readonly<Record<string, string>>;
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The characters that XML 1.0 cannot hold are left out. */
const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const escaped = (text: string): string =>
  text
    .replaceAll(NO_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** The styles of `styles.xml`, by what they are for. */
const STYLE = { text: 0, count: 1, share: 2, decimal: 3, head: 4, title: 5, state: 0 } as const;
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

/** The name of a column of a sheet: A … Z, AA … */
const letters = (index: number): string =>
  index < 26 ? String.fromCodePoint(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);

const cell = (value: Value, column: number, row: number, style: number): string => {
  const at = `${letters(column)}${row}`;
  if (value === null) return '';
  return typeof value === 'number'
    ? `<c r="${at}" s="${style}"><v>${value}</v></c>`
    : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
};

const shown = (value: Value, { kind }: SheetColumn, { states }: SheetWords): Value =>
  kind === 'state' && typeof value === 'string' ? (states[value] ?? value) : value;

const sheetOf = ({ title, notes, columns, rows }: SheetTable, words: SheetWords): string => {
  const above = [title, ...notes];
  const head = above.length + 2;
  const widths = columns.map(({ kind, title: of }, i) => {
    const longest = rows.reduce((most, row) => Math.max(most, String(row[i] ?? '').length), of.length);
    return Math.min(60, Math.max(kind === 'text' ? 12 : 10, longest + 2));
  });
  const lines = [
    ...above.map((text, i) => `<row r="${i + 1}">${cell(text, 0, i + 1, i === 0 ? STYLE.title : STYLE.text)}</row>`),
    `<row r="${head}">${columns.map((column, i) => cell(column.title, i, head, STYLE.head)).join('')}</row>`,
    ...rows.map((row, r) => {
      const at = head + r + 1;
      const cells = columns.map((column, i) =>
        cell(shown(row[i] ?? null, column, words), i, at, typeof row[i] === 'number' ? STYLE[column.kind] : STYLE.text),
      );
      return `<row r="${at}">${cells.join('')}</row>`;
    }),
  ];
  const cols = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const view = `<sheetView workbookViewId="0"${words.isRightToLeft ? ' rightToLeft="1"' : ''}><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView>`;
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews>${view}</sheetViews><cols>${cols.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
};

/** A name that a sheet may bear: at most 31 characters, none that a reference needs. */
const sheetName = (title: string): string =>
  title
    .replaceAll(/[\\/*?:[\]]/g, ' ')
    .slice(0, 31)
    .trim() || 'Sheet1';

/** A table of figures as a workbook of one sheet. Numbers stay numbers; what is hidden or has not come is told in words. */
export const xlsxOf = (table: SheetTable, words: SheetWords): Uint8Array<ArrayBuffer> => {
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheetName(table.title))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheetOf(table, words),
  };
  return new Uint8Array(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
};
