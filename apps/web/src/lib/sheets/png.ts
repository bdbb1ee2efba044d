/** What is written around a drawing: what it says above, where it is from below. */
export type Caption = { readonly title: string; readonly notes: readonly string[]; readonly isRightToLeft: boolean };

const SCALE = 2;
const PAD = 24;
const LINE = 1.5;

/** What a drawing owes to the style sheet, which a picture of its own does not have. */
const STYLED = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'visibility', 'display'],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor', 'direction', 'unicode-bidi', 'paint-order'],
];

/** A copy of a drawing that carries its own styles, so that it looks the same without the page. */
const carried = (drawing: SVGSVGElement, width: number, height: number): SVGSVGElement => {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [from, to] = [
    [drawing, ...drawing.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ];
  for (const [i, element] of from.entries()) {
    const target = to[i];
    if (!(target instanceof SVGElement)) continue;
    const style = getComputedStyle(element);
    for (const name of STYLED) target.style.setProperty(name, style.getPropertyValue(name));
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.style.setProperty('overflow', 'visible');
  return copy;
};

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => done(String(reader.result)));
    reader.addEventListener('error', () => fail(new Error('a file could not be read')));
    reader.readAsDataURL(blob);
  });

/** The fonts of the page as rules that hold the fonts themselves: a picture may fetch nothing. */
const fontRules = async (): Promise<string> => {
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule);
  const rules = await Promise.all(
    faces.map(async (face) => {
      const address = /url\("?([^")]+)"?\)/.exec(face.style.getPropertyValue('src'))?.[1];
      if (address === undefined) return '';
      const base = face.parentStyleSheet?.href ?? document.baseURI;
      const font = await dataUrl(await (await fetch(new URL(address, base))).blob());
      return `@font-face { font-family: ${face.style.getPropertyValue('font-family')}; font-weight: 100 900; src: url(${font}); unicode-range: ${face.style.getPropertyValue('unicode-range')}; }`;
    }),
  );
  return rules.join('\n');
};

const imageOf = async (svg: SVGSVGElement): Promise<HTMLImageElement> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  return image;
};

/** A text in lines no wider than this. */
const linesOf = (pen: CanvasRenderingContext2D, text: string, width: number): string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
};

type Mark = { readonly colour: string; readonly text: string };

/** The key beside a drawing: its colours and what they stand for. */
const keyOf = (figure: Element): Mark[] =>
  [...figure.querySelectorAll('.key li')].map((mark) => {
    const patch = mark.querySelector('i');
    return {
      colour: patch ? getComputedStyle(patch).backgroundColor : 'transparent',
      text: mark.textContent.trim(),
    };
  });

/** A drawing of the page as a picture file, with its key, what it says and where it is from. Fails: when the browser cannot draw it. */
export const pngOf = async (drawing: SVGSVGElement, figure: Element, caption: Caption): Promise<Blob> => {
  const box = drawing.getBoundingClientRect();
  const copy = carried(drawing, box.width, box.height);
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = await fontRules();
  copy.prepend(style);
  const image = await imageOf(copy);
  const page = getComputedStyle(document.body);
  const ink = getComputedStyle(figure).color;
  const ground = getComputedStyle(document.documentElement).getPropertyValue('--sheet').trim() || page.backgroundColor;
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser draws no pictures');
  const width = box.width + 2 * PAD;
  const fonts = { title: `600 18px ${page.fontFamily}`, small: `400 12px ${page.fontFamily}` };
  pen.font = fonts.title;
  const title = linesOf(pen, caption.title, box.width).map((text) => ({ text, font: fonts.title, size: 18 }));
  pen.font = fonts.small;
  const notes = caption.notes
    .flatMap((note) => linesOf(pen, note, box.width))
    .map((text) => ({ text, font: fonts.small, size: 12 }));
  const marks = keyOf(figure);
  const rows = Math.ceil(marks.length / 3);
  const heightOf = (lines: readonly { size: number }[]): number =>
    lines.reduce((sum, { size }) => sum + size * LINE, 0);
  const height = 3 * PAD + heightOf(title) + rows * 20 + box.height + 16 + heightOf(notes);
  [canvas.width, canvas.height] = [width * SCALE, height * SCALE];
  pen.scale(SCALE, SCALE);
  pen.fillStyle = ground;
  pen.fillRect(0, 0, width, height);
  pen.direction = caption.isRightToLeft ? 'rtl' : 'ltr';
  pen.textBaseline = 'top';
  const start = caption.isRightToLeft ? width - PAD : PAD;
  let top = PAD;
  const write = (lines: readonly { text: string; font: string; size: number }[]): void => {
    pen.fillStyle = ink;
    for (const { text, font, size } of lines) {
      pen.font = font;
      pen.fillText(text, start, top);
      top += size * LINE;
    }
  };
  write(title);
  const turn = caption.isRightToLeft ? -1 : 1;
  for (const [i, { colour, text }] of marks.entries()) {
    const [x, y] = [start + turn * (i % 3) * (box.width / 3), top + 4 + Math.floor(i / 3) * 20];
    pen.fillStyle = colour;
    pen.fillRect(turn < 0 ? x - 12 : x, y, 12, 12);
    pen.fillStyle = ink;
    pen.font = fonts.small;
    pen.fillText(text, x + turn * 18, y);
  }
  top += rows * 20 + PAD;
  pen.drawImage(image, PAD, top, box.width, box.height);
  top += box.height + 16;
  write(notes);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture came out'))), 'image/png'),
  );
};
