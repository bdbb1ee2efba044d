import { expect, test } from 'vitest';
import { operationsReasons } from '../src/reasons.ts';
import { operationsRoutes } from '../src/routes.ts';

test.each(operationsRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s: its example is a right input',
  (_name, route) => {
    expect(route.act.input.safeParse(route.example).error?.issues ?? []).toEqual([]);
    for (const [, name = ''] of route.path.matchAll(/\{(\w+)\}/g)) expect(route.example).toHaveProperty(name);
  },
);

test('no two routes share method and path, and every reason is told in both languages', () => {
  const names = operationsRoutes.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(names).size).toBe(names.length);
  for (const text of Object.values(operationsReasons)) expect(text.fa && text.en).toBeTruthy();
});
