import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Fault } from './fault.ts';
import { tool } from './places.ts';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Flags that keep the browser headless and silent on the network. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const found = (): string | undefined => SYSTEM.find((path) => existsSync(path));

/**
 * The browser for the tests: the system's, else Debian's package, else Playwright's own download.
 * Fails: with one sentence when none of them can be had.
 */
export async function ensureChromium(log: (line: string) => void): Promise<string> {
  const here = found();
  if (here) return here;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    log('Installing Chromium from Debian …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'ignore', env });
  }
  const installed = found();
  if (installed) return installed;
  const { chromium } = await import('playwright-core');
  if (!existsSync(chromium.executablePath())) {
    log('Installing Chromium with Playwright …');
    spawnSync(tool('playwright-core'), ['install', 'chromium'], { stdio: 'ignore' });
  }
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  throw new Fault(
    'The browser tests need Chromium, and it could not be installed; install it with: apt-get install chromium',
  );
}
