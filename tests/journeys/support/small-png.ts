import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const PALETTE = 256;

type Pixels = { width: number; height: number; channels: 3 | 4; data: Buffer };

/** Writes a picture with at most 256 colours: a page's few hues stay as they are, and the file is a third. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, channels, data } = decode(png);
  const colours = paletteOf(data, channels);
  const nearest = new Map<number, number>();
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] = indexOf(colours, nearest, colourAt(data, (y * width + x) * channels));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const parts = [chunk('IHDR', head), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows, { level: 9 }))];
  return Buffer.concat([SIGNATURE, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

const colourAt = (data: Buffer, at: number): number =>
  ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);

/** The commonest colours, near ones counted as one. */
function paletteOf(data: Buffer, channels: number): number[] {
  const seen = new Map<number, Map<number, number>>();
  for (let at = 0; at < data.length; at += channels) {
    const colour = colourAt(data, at);
    const shades = seen.get(colour & 0xf8f8f8) ?? new Map<number, number>();
    seen.set(colour & 0xf8f8f8, shades.set(colour, (shades.get(colour) ?? 0) + 1));
  }
  const sum = (shades: Map<number, number>): number => [...shades.values()].reduce((all, count) => all + count, 0);
  return [...seen.values()]
    .map((shades) => ({ count: sum(shades), colour: [...shades].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0 }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, PALETTE)
    .map(({ colour }) => colour);
}

function indexOf(colours: readonly number[], nearest: Map<number, number>, colour: number): number {
  const known = nearest.get(colour);
  if (known !== undefined) return known;
  const away = (other: number, shift: number): number => ((colour >> shift) & 255) - ((other >> shift) & 255);
  const distances = colours.map((other) => away(other, 16) ** 2 + away(other, 8) ** 2 + away(other, 0) ** 2);
  const index = distances.indexOf(Math.min(...distances));
  nearest.set(colour, index);
  return index;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, check]);
}

/** Reads a picture as Chromium writes it: eight bits a channel, not interlaced. */
function decode(png: Buffer): Pixels {
  const bodies: Buffer[] = [];
  let head = Buffer.alloc(13);
  for (let at = SIGNATURE.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (type === 'IHDR') head = Buffer.from(body);
    if (type === 'IDAT') bodies.push(body);
  }
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const channels = head[9] === 6 ? 4 : 3;
  return {
    width,
    height,
    channels,
    data: unfilter(inflateSync(Buffer.concat(bodies)), height, width * channels, channels),
  };
}

function unfilter(raw: Buffer, height: number, stride: number, step: number): Buffer {
  const data = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < step ? 0 : (data[at - step] ?? 0);
      const up = y === 0 ? 0 : (data[at - stride] ?? 0);
      const corner = x < step || y === 0 ? 0 : (data[at - stride - step] ?? 0);
      data[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess(filter, left, up, corner);
    }
  }
  return data;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
