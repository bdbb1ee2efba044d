import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 480;
const HEIGHT = 320;
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

type Colour = readonly [number, number, number];

const mixed = (a: Colour, b: Colour, share: number): Colour => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

const NIGHT = { sky: [24, 28, 44], far: [44, 44, 58], wall: [52, 46, 42], ground: [38, 36, 36] } as const;
const GLOW: Colour = [255, 214, 140];

/** How brightly a lamp shines on a point. */
const lightOf = (x: number, y: number, lamps: readonly { x: number; y: number }[]): number =>
  lamps.reduce((sum, lamp) => {
    const away = Math.hypot((x - lamp.x) / 90, (y - lamp.y) / 130);
    return sum + Math.max(0, 1 - away) ** 2;
  }, 0);

/** One point of an alley that leads away between two walls, at night; lit or not. */
const pointAt = (x: number, y: number, turn: number, isLit: boolean): Colour => {
  const horizon = HEIGHT * 0.42;
  const middle = WIDTH * (0.46 + 0.06 * turn);
  const away = Math.abs(x - middle);
  const isWall = away > 18 + Math.max(0, y - horizon) * 0.72 || (y < horizon && away > 30 + (horizon - y) * 0.9);
  const base = isWall
    ? mixed(NIGHT.wall, NIGHT.far, Math.min(1, 40 / (away + 20)))
    : y < horizon
      ? mixed(NIGHT.sky, NIGHT.far, y / horizon)
      : mixed(NIGHT.far, NIGHT.ground, (y - horizon) / (HEIGHT - horizon));
  const lamps = [
    { x: middle - 92, y: 120 },
    { x: middle + 70, y: 136 },
    { x: middle - 34, y: 134 },
  ];
  const isPost = lamps.some((lamp) => Math.abs(x - lamp.x) < 2 && y > lamp.y - 6 && y < lamp.y + 110);
  const isHead = lamps.some((lamp) => Math.hypot(x - lamp.x, (y - lamp.y) * 1.6) < 8);
  if (isHead) return isLit ? [255, 246, 220] : [70, 66, 60];
  const grain = ((x * 7 + y * 13) % 5) * 1.5;
  const lit = isLit ? mixed(base, GLOW, Math.min(0.8, lightOf(x, y, lamps) * 0.75)) : base;
  const shade = isPost ? mixed(lit, [12, 12, 14], 0.7) : lit;
  return [shade[0] + grain, shade[1] + grain, shade[2] + grain];
};

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, check]);
};

/** A drawn picture of an alley at night, dark or lit: what stands for a photo in the sample. Shape: a PNG. Source: drawn here. */
export const drawnAlley = (turn: number, isLit: boolean): Uint8Array => {
  const rows = Buffer.alloc(HEIGHT * (WIDTH * 3 + 1));
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1)
      pointAt(x, y, turn, isLit).forEach((value, i) => {
        // Few shades: the file stays small.
        rows[y * (WIDTH * 3 + 1) + 1 + x * 3 + i] = Math.min(255, Math.round(value / 6) * 6);
      });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
