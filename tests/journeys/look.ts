import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CACHE } from '@mahalleh/local/places';
import { startNation, TEST_PASSWORD } from '../support/nation.ts';
import { openDoor } from './support/browser.ts';

/**
 * Takes pictures of pages as they are looked at before they are done: both languages, both grounds, desktop and phone.
 * `node tests/journeys/look.ts [--as dg] [--first /qom/problems] /qom/problems …`, after a build, under the workspace's Node.
 * `--first PATH` opens the first link of that list instead, `--first 'PATH|/plan'` what lies below it. `--url` looks at a running nation (with `SAMPLE_PASSWORD`).
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: 'string', default: 'dg' },
    url: { type: 'string' },
    first: { type: 'string', multiple: true, default: [] },
    provinces: { type: 'string', default: 'qom,qazvin' },
    whole: { type: 'boolean', default: false },
  },
});
const FOLDER = join(CACHE, 'look');
const nation = values.url
  ? undefined
  : await startNation({ sample: 'nation', provinces: values.provinces.split(','), ticks: true });
const door = await openDoor(values.url ?? nation?.url ?? '');
const password = values.url ? (process.env['SAMPLE_PASSWORD'] ?? TEST_PASSWORD) : TEST_PASSWORD;
const [workspace = 'qom'] = [...positionals, ...values.first].map((path) => path.split('/')[1]);
const faults = new Set<string>();

try {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const locale of ['fa', 'en'] as const)
    for (const theme of ['light', 'dark'] as const)
      for (const screen of ['desktop', 'phone'] as const) {
        const visitor = await door.visit({ locale, theme, screen });
        await visitor.enter(workspace, values.as, password);
        const keep = async (name: string): Promise<void> => {
          const file = `${name.replaceAll(/[^\w-]+/g, '_').slice(0, 80)}-${locale}-${theme}-${screen}.png`;
          await visitor.page.screenshot({ path: join(FOLDER, file), fullPage: values.whole, animations: 'disabled' });
          console.log(join(FOLDER, file));
        };
        for (const path of positionals) {
          await visitor.open(path);
          await keep(path);
        }
        for (const list of values.first) {
          const [path = '', ending = ''] = list.split('|');
          await visitor.open(path);
          await visitor.page.locator('main tbody a, main ul a').first().click();
          await visitor.page.waitForLoadState('networkidle');
          if (ending !== '') await visitor.open(new URL(visitor.page.url()).pathname + ending);
          await keep(`${path}_first${ending}`);
        }
        for (const fault of await visitor.leave()) faults.add(fault);
      }
} finally {
  await door.close();
  await nation?.stop();
}
for (const fault of faults) console.log(fault);
