import fc from 'fast-check';
import { planeAt } from '@mahalleh/kernel/place';
import { describe, expect, test } from 'vitest';
import { clustersOf, spread, type Placed } from '../../src/map/clusters.ts';
import { circleRadius, drawingOf } from '../../src/map/drawing.ts';
import { isOver, placeLabels, type Box, type LabelWish } from '../../src/map/labels.ts';
import { MAP_SIGNS, signPath, type MapMark } from '../../src/map/marks.ts';
import { neighbourTowards, wayOf } from '../../src/map/neighbour.ts';
import { fitted, pixelOf } from '../../src/map/view.ts';

const FRAME = { width: 720, height: 480 };
const anyPixel = fc.tuple(fc.integer({ min: 0, max: 720 }), fc.integer({ min: 0, max: 480 }));
const anyPlaced = fc
  .array(anyPixel, { maxLength: 60 })
  .map((pixels) => pixels.map((at, item): Placed<number> => ({ item, at })));

describe('clusters', () => {
  test('hold everything exactly once, and what is apart stays apart', () => {
    fc.assert(
      fc.property(anyPlaced, (placed) => {
        const clusters = clustersOf(placed, 20);
        const members = clusters.flatMap((cluster) => cluster.members.map(({ item }) => item));
        expect(members.toSorted((a, b) => a - b)).toEqual(placed.map(({ item }) => item));
        for (const { at, members: near } of clusters)
          for (const one of near) expect(Math.hypot(one.at[0] - at[0], one.at[1] - at[1])).toBeLessThan(40);
      }),
    );
    expect(
      clustersOf(
        [
          { item: 1, at: [0, 0] },
          { item: 2, at: [30, 0] },
        ],
        20,
      ),
    ).toHaveLength(2);
    expect(
      clustersOf(
        [
          { item: 1, at: [0, 0] },
          { item: 2, at: [10, 0] },
        ],
        20,
      ),
    ).toEqual([
      {
        at: [5, 0],
        members: [
          { item: 1, at: [0, 0] },
          { item: 2, at: [10, 0] },
        ],
      },
    ]);
  });

  test('of one place are laid apart so far that each can be hit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), (count) => {
        const members = Array.from({ length: count }, (_, item): Placed<number> => ({ item, at: [100, 100] }));
        const laid = spread({ at: [100, 100], members });
        expect(laid.map(({ item }) => item)).toEqual(members.map(({ item }) => item));
        for (const a of laid)
          for (const b of laid)
            if (a !== b) expect(Math.hypot(a.at[0] - b.at[0], a.at[1] - b.at[1])).toBeGreaterThan(18);
      }),
    );
  });
});

describe('names', () => {
  const anyWish = fc.record({
    at: anyPixel,
    text: fc.constantFrom('مسجد جامع', 'خانه محله', 'شیخ‌آباد', 'Sheikhabad', 'پایگاه سلامت شهید بهشتی'),
    gap: fc.integer({ min: 0, max: 30 }),
    size: fc.constantFrom(12, 13),
    isCentred: fc.boolean(),
  });

  test('cover neither a sign nor each other, and stay in the frame', () => {
    fc.assert(
      fc.property(fc.array(anyWish, { maxLength: 40 }), fc.array(anyPixel, { maxLength: 20 }), (wanted, signs) => {
        const wishes = wanted.map((wish, id): LabelWish => ({ ...wish, id: String(id) }));
        const boxes = signs.map(([x, y]): Box => [x - 6, y - 6, x + 6, y + 6]);
        const labels = placeLabels(wishes, boxes, FRAME);
        labels.forEach(({ box }, at) => {
          const others = [...boxes, ...labels.slice(at + 1).map((label) => label.box)];
          expect(others.some((other) => isOver(box, other))).toBe(false);
          expect(box[0] >= 0 && box[1] >= 0 && box[2] <= 720 && box[3] <= 480).toBe(true);
        });
      }),
    );
  });

  test('go to the other side when there is no room on the right, and the first has its way', () => {
    const wish = { id: 'a', text: 'مسجد', gap: 10, size: 12 };
    expect(placeLabels([{ ...wish, at: [300, 200] }], [], FRAME)[0]?.anchor).toBe('start');
    expect(placeLabels([{ ...wish, at: [700, 200] }], [], FRAME)[0]?.anchor).toBe('end');
    const two = placeLabels(
      [
        { ...wish, at: [300, 200] },
        { ...wish, id: 'b', at: [300, 200] },
      ],
      [],
      FRAME,
    );
    expect(two.map(({ id, anchor }) => [id, anchor])).toEqual([
      ['a', 'start'],
      ['b', 'end'],
    ]);
  });
});

describe('what is drawn', () => {
  const plane = planeAt({ latitude: 34.64, longitude: 50.87 });
  const view = fitted([-500, -500, 500, 500], FRAME);
  const at = (x: number, y: number) => plane.toPoint([x, y]);
  const draw = (marks: readonly MapMark[], isClosest = false) =>
    drawingOf({ marks }, (point) => pixelOf(view, FRAME, plane.toPlane(point)), FRAME, isClosest);
  const mark = (id: string, x: number, y: number): MapMark => ({ id, name: id, point: at(x, y) });

  test('marks that lie together are one circle with their number, and none is lost', () => {
    const drawing = draw([mark('a', 0, 0), mark('b', 4, 0), mark('c', 300, 0)]);
    expect(drawing.marks.map(({ item }) => item.id)).toEqual(['c']);
    expect(drawing.clusters.map(({ id, members }) => [id, members.length])).toEqual([['+a', 2]]);
  });

  test('at the closest they are laid apart, with a line to where they are', () => {
    const drawing = draw([mark('a', 0, 0), mark('b', 0, 0)], true);
    expect([drawing.marks.length, drawing.clusters.length, drawing.stalks.length]).toEqual([2, 0, 2]);
  });

  test('what lies outside the frame is not drawn', () => {
    expect(draw([mark('far', 9000, 0)]).marks).toEqual([]);
  });

  test('the area of a circle is its amount', () => {
    expect(circleRadius(400, 400, 30)).toBe(30);
    expect(circleRadius(100, 400, 30)).toBe(15);
    expect(circleRadius(0, 400, 30)).toBe(5);
  });

  test('every sign has an outline of its own', () => {
    expect(new Set(MAP_SIGNS.map((sign) => signPath(sign, 10, 10, 5))).size).toBe(MAP_SIGNS.length - 1);
    expect(signPath('dot', 10, 10, 5)).toBe(signPath('ring', 10, 10, 5));
  });
});

describe('arrow keys', () => {
  const all: Placed<string>[] = [
    { item: 'right', at: [150, 100] },
    { item: 'far right', at: [300, 100] },
    { item: 'left', at: [60, 100] },
    { item: 'below', at: [110, 180] },
  ];
  test.each([
    ['ArrowRight', 'right'],
    ['ArrowLeft', 'left'],
    ['ArrowDown', 'below'],
    ['ArrowUp', undefined],
  ])('%s leads to %s', (code, name) => {
    expect(neighbourTowards(all, [100, 100], wayOf(code) ?? [0, 0])?.item).toBe(name);
  });

  test('any other key leads nowhere', () => {
    expect(wayOf('Enter')).toBeUndefined();
  });
});
