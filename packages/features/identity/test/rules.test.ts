import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashPassword, passwordMatches } from '../src/password-hash.ts';
import { ATTEMPTS, attemptLimit, deviceLabel, LIFE, lockedForMs, mayUsePassword } from '../src/rules.ts';

const OWNER = { email: 'maryam.rezaei@qom.sample', fullName: 'مریم رضایی' };
const verdict = (password: string) => {
  const may = mayUsePassword(password, OWNER);
  return may === true ? 'good' : may.refused;
};

describe('a password', () => {
  it.each([
    ['short', 'password_too_short'],
    ['۱۲۳۴۵۶۷۸۹۰', 'password_common'],
    ['Password123', 'password_common'],
    ['aaaaaaaaaaaaaa', 'password_common'],
    ['abababababab', 'password_common'],
    ['abcdefghijklmnop', 'password_common'],
    ['Maryam.Rezaei@Qom.sample', 'password_is_own_name'],
    ['maryam.rezaei', 'password_is_own_name'],
    ['مریم رضایی', 'password_is_own_name'],
    ['مريم رضايي12', 'password_is_own_name'],
    ['چهار کتاب سبز روی میز', 'good'],
    ['a long sentence of words', 'good'],
    ['k7!vQ2-tz9', 'good'],
  ])('%s: %s', (password, expected) => expect(verdict(password)).toBe(expected));

  it('shorter than ten characters is never taken', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), (password) => void expect(verdict(password)).toBe('password_too_short')),
    );
  });

  it('is hashed with a fresh salt and its cost, and only itself matches', async () => {
    const [one, two] = await Promise.all([hashPassword('چهار کتاب سبز'), hashPassword('چهار کتاب سبز')]);
    expect(one).toMatch(/^scrypt\$15\$8\$1\$/);
    expect(one).not.toBe(two);
    expect(await passwordMatches('چهار کتاب سبز', one)).toBe(true);
    expect(await passwordMatches('چهار کتاب سبز ', one)).toBe(false);
  });

  it('that nobody has matches nothing, and takes its time', async () => {
    // Processor time, the least of several: what else the machine does is not in it.
    const cost = async (hash: string | null) => {
      const costs: number[] = [];
      for (let i = 0; i < 3; i++) {
        const before = process.cpuUsage();
        expect(await passwordMatches('wrong', hash)).toBe(false);
        const { user, system } = process.cpuUsage(before);
        costs.push(user + system);
      }
      return Math.min(...costs);
    };
    const hash = await hashPassword('right');
    const [known, unknown] = [await cost(hash), await cost(null)];
    expect(unknown).toBeGreaterThan(known / 4);
  });
});

describe('attempts', () => {
  const NOW = 1e12;
  const tries = (failedCount: number, windowFromMs = NOW - 1) => ({ failedCount, windowFromMs, lockedUntilMs: null });
  it('an attack on the workspace makes each account stricter, never zero', () => {
    expect(attemptLimit(undefined, NOW)).toBe(ATTEMPTS.perAccount);
    expect(attemptLimit(tries(ATTEMPTS.workspaceUnderAttack - 1), NOW)).toBe(ATTEMPTS.perAccount);
    expect(attemptLimit(tries(ATTEMPTS.workspaceUnderAttack), NOW)).toBe(ATTEMPTS.perAccountUnderAttack);
    expect(attemptLimit(tries(9999, NOW - LIFE.attemptWindow), NOW)).toBe(ATTEMPTS.perAccount);
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat({ max: NOW }),
        (count, from) => void expect(attemptLimit(tries(count, from), NOW)).toBeGreaterThanOrEqual(3),
      ),
    );
  });
  it('a lock ends', () => {
    expect(lockedForMs(NOW + 5, NOW)).toBe(5);
    expect(lockedForMs(NOW, NOW)).toBe(0);
    expect(lockedForMs(null, NOW)).toBe(0);
  });
});

describe('a browser’s label', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox · Windows'],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome · Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      'Safari · iOS',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge · Windows',
    ],
    ['curl/8', '—'],
    ['', '—'],
  ])('%s', (userAgent, expected) => expect(deviceLabel(userAgent)).toBe(expected));
  it('never carries what the browser said, only known words', () => {
    fc.assert(fc.property(fc.string(), (userAgent) => void expect(deviceLabel(userAgent).length).toBeLessThan(30)));
  });
});
