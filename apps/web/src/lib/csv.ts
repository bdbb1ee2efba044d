type Value = string | number | null | undefined;

/** A cell as CSV has it. Text that a spreadsheet would read as a formula is kept text. */
const cell = (value: Value): string => {
  if (typeof value === 'number') return String(value);
  const text = (value ?? '').replace(/^(?=[=+\-@\t\r])/, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Rows as a CSV that Excel opens too: it reads UTF-8 only behind a byte order mark. */
export const csvOf = (head: readonly string[], rows: readonly (readonly Value[])[]): string =>
  `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** The same as an address that a link downloads. */
export const csvAddress = (head: readonly string[], rows: readonly (readonly Value[])[]): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(head, rows))}`;

/** The same as an answer that is kept as a file. */
export const csvFile = (name: string, head: readonly string[], rows: readonly (readonly Value[])[]): Response =>
  new Response(csvOf(head, rows), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` },
  });
