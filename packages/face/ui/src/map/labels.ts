import { isSeen, type Frame, type Pixel } from './view.ts';

/** A name that wants to stand beside a sign. `gap`: from the middle of the sign; the earlier in the list, the more important. */
export type LabelWish = {
  readonly id: string;
  readonly at: Pixel;
  readonly text: string;
  readonly gap: number;
  readonly size: number;
  /** Whether it stands on its place instead of beside it. */
  readonly isCentred?: boolean;
};
/** A name in its place. `x`, `y`: where its baseline begins, is centred or ends. */
export type Label = {
  readonly id: string;
  readonly text: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly box: Box;
};
/** Left, top, right, bottom. Unit: pixels. */
export type Box = readonly [number, number, number, number];

const NARROW = /[\sا.,،:؛'()ـ\u200cil|ljtfr۱]/;
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (letter === '\u200c' ? 0 : NARROW.test(letter) ? 0.34 : 0.6), 0) * size;

/** Whether two boxes share any ground. */
export const isOver = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** The places a name may take: right, left, below, above its sign; or its middle. */
const placesOf = ({ id, text, size, at: [x, y], gap, isCentred }: LabelWish): Label[] => {
  const [width, rise] = [widthOf(text, size), size * 0.36];
  const place = (anchor: Label['anchor'], lx: number, ly: number): Label => {
    const left = anchor === 'start' ? lx : anchor === 'end' ? lx - width : lx - width / 2;
    return {
      id,
      text,
      size,
      x: lx,
      y: ly,
      anchor,
      box: [left - 2, ly - size * 1.05, left + width + 2, ly + size * 0.45],
    };
  };
  if (isCentred) return [place('middle', x, y + rise)];
  return [
    place('start', x + gap, y + rise),
    place('end', x - gap, y + rise),
    place('middle', x, y + gap + size * 0.95),
    place('middle', x, y - gap - size * 0.3),
  ];
};

/** Gives each name a place where it covers neither a sign nor another name; a name without such a place is left out. */
export const placeLabels = (wishes: readonly LabelWish[], signs: readonly Box[], frame: Frame): Label[] => {
  const taken: Box[] = [...signs];
  return wishes.flatMap((wish) => {
    const found = placesOf(wish).find(
      ({ box }) =>
        isSeen(frame, [box[0], box[1]], 8) &&
        isSeen(frame, [box[2], box[3]], 8) &&
        !taken.some((other) => isOver(box, other)),
    );
    if (!found) return [];
    taken.push(found.box);
    return [found];
  });
};
