import { foldText, refuse, type Refusal } from '@mahalleh/kernel';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long things live. Unit: milliseconds. */
export const LIFE = {
  session: 12 * HOUR_MS,
  secondFactor: 10 * MINUTE_MS,
  invite: 7 * 24 * HOUR_MS,
  reset: 24 * HOUR_MS,
  attemptWindow: 15 * MINUTE_MS,
  lock: 15 * MINUTE_MS,
} as const;

/** Wrong attempts in a window that lock one account; fewer are given while the whole workspace is being tried. */
export const ATTEMPTS = { perAccount: 5, perAccountUnderAttack: 3, workspaceUnderAttack: 200 } as const;

/** Wrong attempts of one window. */
export type Tries = {
  readonly failedCount: number;
  readonly windowFromMs: number;
  readonly lockedUntilMs: number | null;
};

/** How many wrong attempts one account has now. An attack on a workspace makes each account stricter, and shuts out nobody whose account was not tried. */
export const attemptLimit = (workspace: Tries | undefined, nowMs: number): number =>
  workspace &&
  workspace.windowFromMs > nowMs - LIFE.attemptWindow &&
  workspace.failedCount >= ATTEMPTS.workspaceUnderAttack
    ? ATTEMPTS.perAccountUnderAttack
    : ATTEMPTS.perAccount;

/** How long the account stays locked. Unit: milliseconds, 0 when it is open. */
export const lockedForMs = (lockedUntilMs: number | null | undefined, nowMs: number): number =>
  Math.max(0, (lockedUntilMs ?? 0) - nowMs);

const SHORTEST = 10;
const COMMON: ReadonlySet<string> = new Set(
  (
    '1234567890 0123456789 0987654321 9876543210 12345678910 123456789a 1234512345 1122334455 1020304050 1q2w3e4r5t 1qaz2wsx3edc q1w2e3r4t5 qwertyuiop qwerty1234 ' +
    'qwerty12345 qwerty123456 asdfghjkl; asdfghjkl1 zxcvbnm123 password12 password123 password1234 password12345 passw0rd12 passw0rd123 p@ssw0rd12 p@ssword123 iloveyou12 iloveyou123 ' +
    'welcome123 welcome1234 letmein123 admin12345 admin123456 administrator administrator1 changeme123 iran123456 iran12345678 tehran1234 salam12345 salam123456 mahalleh123 mahalleh1234 abcdefghij abcdefghijk abc1234567 abcd123456'
  ).split(' '),
);

const isRun = (text: string): boolean => {
  const steps = new Set(
    Array.from(text.slice(1), (char, i) => (char.codePointAt(0) ?? 0) - (text.codePointAt(i) ?? 0)),
  );
  return steps.size === 1;
};

/** Whether a password will do for this person: long enough, not their name or address, not one of those tried first. */
export const mayUsePassword = (
  password: string,
  owner: { readonly email: string; readonly fullName: string },
): true | Refusal => {
  const field = { field: 'password' };
  if (Array.from(password.normalize('NFKC')).length < SHORTEST)
    return refuse('password_too_short', { ...field, detail: { min: SHORTEST } });
  const folded = foldText(password).replace(/\s/g, '');
  const own = [owner.email, owner.email.split('@')[0] ?? '', owner.fullName].map((text) =>
    foldText(text).replace(/\s/g, ''),
  );
  if (
    own.some((text) => text !== '' && (folded === text || (text.length >= 5 && folded.replaceAll(text, '').length < 4)))
  )
    return refuse('password_is_own_name', field);
  if (COMMON.has(folded) || new Set(folded).size < 4 || isRun(folded)) return refuse('password_common', field);
  return true;
};

const BROWSERS = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b|\biPad\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
] as const;

/** A browser in two words, enough for its owner to know it and too little to follow anybody. */
export const deviceLabel = (userAgent: string): string => {
  const known = [BROWSERS, SYSTEMS].map((names) => names.find(([pattern]) => pattern.test(userAgent))?.[1]);
  return known.filter((name) => name !== undefined).join(' · ') || '—';
};
