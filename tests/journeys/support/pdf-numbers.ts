import { getDocumentProxy } from 'unpdf';

const NUMERIC = /^[\d۰-۹٬٫٪.,%]+$/;
/** Signs of one number stand closer to each other than this. Unit: points. */
const CLOSE = 2;

type Sign = { readonly text: string; readonly from: number; readonly to: number };
type Read = { readonly pages: number; readonly numbers: ReadonlySet<string> };

/** Signs of one line from left to right, as they are seen, put together to the numbers that they are: a number runs so in Persian too. */
const numbersOf = (line: readonly Sign[]): string[] => {
  const numbers: string[] = [];
  let end = -Infinity;
  for (const { text, from, to } of line.toSorted((a, b) => a.from - b.from)) {
    if (from - end < CLOSE) numbers.push((numbers.pop() ?? '') + text);
    else numbers.push(text);
    end = to;
  }
  return numbers;
};

/** How many pages a PDF has, and every number that an eye finds on them. Chromium writes Persian words sign by sign, so that the text alone cannot be searched. */
export const readNumbers = async (pdf: Uint8Array): Promise<Read> => {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const numbers = new Set<string>();
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    const lines = new Map<number, Sign[]>();
    for (const item of items) {
      if (!('str' in item) || !NUMERIC.test(item.str)) continue;
      const [, , , , x = 0, y = 0] = item.transform as number[];
      const line = lines.get(Math.round(y)) ?? [];
      lines.set(Math.round(y), line);
      line.push({ text: item.str, from: x, to: x + item.width });
    }
    for (const line of lines.values()) for (const number of numbersOf(line)) numbers.add(number);
  }
  return { pages: document.numPages, numbers };
};
