import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '@mahalleh/local/places';
import { startNation } from '../support/nation.ts';
import { openDoor } from './support/browser.ts';
import { smallPng } from './support/small-png.ts';
import type { Visitor, VisitorOptions } from './support/visitor.ts';

/**
 * Takes the pictures of `apps/web/screenshots` anew from the sample nation:
 * `node tests/journeys/screenshots.ts`, after a build.
 */
const FOLDER = join(ROOT, 'apps/web/screenshots');
const MOST_BYTES = 150_000;

type Picture = { name: string; reader: VisitorOptions; go: (visitor: Visitor) => Promise<unknown> };

const PICTURES: readonly Picture[] = [
  { name: 'province-home-fa', reader: { locale: 'fa' }, go: (visitor) => visitor.enter('qom', 'dg') },
  {
    name: 'neighbourhood-fa',
    reader: { locale: 'fa' },
    go: async (visitor) => {
      await visitor.enter('qom', 'dg');
      await visitor.open('/qom/neighbourhoods?q=شیخ');
      await visitor.page.locator('tbody').getByRole('link').first().click();
      await visitor.at(/^\/qom\/neighbourhoods\/[^/]+$/);
    },
  },
  {
    name: 'ministry-en-dark',
    reader: { locale: 'en', theme: 'dark' },
    go: (visitor) => visitor.enter('ministry', 'analyst'),
  },
];

const nation = await startNation({ sample: 'nation', ticks: true });
const door = await openDoor(nation.url);
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, reader, go } of PICTURES) {
    const visitor = await door.visit(reader);
    await go(visitor);
    const path = join(FOLDER, `${name}.png`);
    writeFileSync(path, smallPng(await visitor.page.screenshot({ animations: 'disabled' })));
    const { size } = statSync(path);
    console.log(`${name}.png ${Math.round(size / 1024)} KB`);
    if (size > MOST_BYTES) throw new Error(`${name}.png is larger than 150 KB.`);
    await visitor.leave();
  }
} finally {
  await door.close();
  await nation.stop();
}
