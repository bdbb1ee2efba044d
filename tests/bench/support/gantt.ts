import type { Page } from 'playwright-core';

/** How long frames took. Unit: milliseconds. */
export type Frames = { readonly p95: number; readonly max: number };
/** What of the input that was sent the page got to see, and how its frames went meanwhile. */
export type Handled = { readonly sent: number; readonly handled: number; readonly frames: Frames };

type Watch = { seen: number; times: number[]; stop: () => void };
declare global {
  interface Window {
    benchWatch?: Watch;
  }
}

const CHART = '[role=grid]';
const WHEELS = 150;
const WHEEL_PX = 120;
const STEPS = 200;
const IDLE_MS = 2_000;
/** How long the tasks of this measurement last. Unit: days. */
const BAR_DAYS = 6;

/** Begins to count events of a kind, those that were gathered into one too, and to time frames. */
const watch = (page: Page, kind: 'wheel' | 'pointermove' | 'none'): Promise<void> =>
  page.evaluate((name) => {
    const mine: Watch = { seen: 0, times: [], stop: () => undefined };
    const count = (event: Event): void => {
      mine.seen += event instanceof PointerEvent ? Math.max(1, event.getCoalescedEvents().length) : 1;
    };
    addEventListener(name, count, { capture: true, passive: true });
    let frame = 0;
    let last = performance.now();
    const tick = (): void => {
      const now = performance.now();
      mine.times.push(now - last);
      last = now;
      frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    mine.stop = () => {
      cancelAnimationFrame(frame);
      removeEventListener(name, count, { capture: true });
    };
    window.benchWatch = mine;
  }, kind);

/** Ends the watch and says what it saw. */
const watched = async (page: Page): Promise<{ handled: number; frames: Frames }> => {
  const { seen, times } = await page.evaluate(() => {
    window.benchWatch?.stop();
    return { seen: window.benchWatch?.seen ?? 0, times: window.benchWatch?.times ?? [] };
  });
  const sorted = times.slice(1).toSorted((a, b) => a - b);
  return {
    handled: seen,
    frames: { p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0, max: sorted.at(-1) ?? 0 },
  };
};

/** The frames of the page while nothing happens. */
export const idleFrames = async (page: Page): Promise<Frames> => {
  await watch(page, 'none');
  await page.waitForTimeout(IDLE_MS);
  return (await watched(page)).frames;
};

/** Turns the wheel over the chart, down and up again. */
export const turnWheel = async (page: Page): Promise<Handled> => {
  await page.locator(CHART).scrollIntoViewIfNeeded();
  const box = await page.locator(CHART).boundingBox();
  if (!box) throw new Error('there is no chart');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await watch(page, 'wheel');
  for (let i = 0; i < WHEELS; i++) await page.mouse.wheel(0, i < WHEELS * 0.6 ? WHEEL_PX : -WHEEL_PX);
  await page.waitForTimeout(300);
  return { sent: WHEELS, ...(await watched(page)) };
};

/** Carries a bar that others wait for, three days later by small steps, and tells whether it ended where the pointer did. */
export const carryBar = async (page: Page): Promise<Handled & { daysOff: number }> => {
  const bar = page.locator(`${CHART} a.stick.movable`).first();
  await bar.scrollIntoViewIfNeeded();
  const box = await bar.boundingBox();
  if (!box) throw new Error('there is no bar');
  const dayPx = box.width / BAR_DAYS;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const isRtl = await page.evaluate(() => getComputedStyle(document.documentElement).direction === 'rtl');
  const far = 3 * dayPx * (isRtl ? -1 : 1);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await watch(page, 'pointermove');
  for (let i = 1; i <= STEPS; i++) await page.mouse.move(x + (far * i) / STEPS, y);
  await page.waitForTimeout(300);
  const seen = await watched(page);
  const after = await page.locator(`${CHART} a.stick.draft`).first().boundingBox();
  await page.mouse.up();
  const moved = after ? Math.abs(after.x - box.x) / dayPx : 0;
  return { sent: STEPS, ...seen, daysOff: Math.abs(Math.round(moved) - 3) };
};
