import { CHROMIUM_FLAGS, ensureChromium } from '@mahalleh/local/chromium';
import { chromium, type Browser } from 'playwright-core';
import { Visitor, type VisitorOptions } from './visitor.ts';

/** A running Chromium from which any number of visitors come, each with cookies of their own. */
export type Door = { visit: (options?: VisitorOptions) => Promise<Visitor>; close: () => Promise<void> };

/** Starts Chromium for the nation at this address. */
export async function openDoor(url: string): Promise<Door> {
  const executablePath = process.env['CHROMIUM'] ?? (await ensureChromium(() => undefined));
  const browser: Browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  return { visit: (options = {}) => Visitor.come(browser, url, options), close: () => browser.close() };
}
