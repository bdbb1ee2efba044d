import { describe, expect, test } from 'vitest';
import { gather } from '../src/lib/gather.ts';

const QOM = '/api/v1/provinces/qom';
const recorder = () => {
  const sent: [string, readonly string[]][] = [];
  const send = async (prefix: string, paths: readonly string[]) => {
    sent.push([prefix, paths]);
    return paths.map((path) => `${prefix}${path}`);
  };
  return { sent, send };
};

describe('what a page asks', () => {
  test('in one turn travels together, and each gets its own answer', async () => {
    const { sent, send } = recorder();
    const page = {};
    const answers = await Promise.all(['/me', '/problems?page=2', '/me'].map((path) => gather(page, QOM + path, send)));
    expect(answers).toEqual([`${QOM}/me`, `${QOM}/problems?page=2`, `${QOM}/me`]);
    expect(sent).toEqual([[QOM, ['/me', '/problems?page=2']]]);
  });

  test('in a later turn travels for itself, and two pages never share', async () => {
    const { sent, send } = recorder();
    const page = {};
    await gather(page, `${QOM}/me`, send);
    await Promise.all([gather(page, `${QOM}/units`, send), gather({}, `${QOM}/units`, send)]);
    expect(sent).toHaveLength(3);
  });

  test('of two workspaces stays apart, and what lies outside them travels alone', async () => {
    const { sent, send } = recorder();
    const page = {};
    await Promise.all([`${QOM}/me`, '/api/v1/nation/me', '/api/v1/health'].map((path) => gather(page, path, send)));
    expect(sent.map(([prefix]) => prefix).toSorted()).toEqual(['', '/api/v1/nation', QOM]);
  });

  test('beyond what the API takes at once goes in several', async () => {
    const { sent, send } = recorder();
    const page = {};
    const paths = Array.from({ length: 30 }, (_, i) => `${QOM}/units/${i}`);
    expect(await Promise.all(paths.map((path) => gather(page, path, send)))).toEqual(paths);
    expect(sent.map(([, some]) => some.length)).toEqual([24, 6]);
  });
});
