import { provinceRoutes } from '@mahalleh/api/routes';
import type { TestNation } from '../../support/nation.ts';

/** The most database requests that a query and a command made, over every GET route and the commands of daily work. Printed by route. */
export const countRequests = async (
  nation: TestNation,
  cookie: string,
  neighbourhoods: readonly string[],
): Promise<{ query: number; command: number }> => {
  const most = { query: 0, command: 0 };
  const unitId = neighbourhoods[0] ?? '';
  for (const route of provinceRoutes) {
    if (route.act.isOpen || route.effect !== 'none' || route.body === 'bytes') continue;
    const example = {
      ...(route.example as object),
      ...('unitId' in ((route.example ?? {}) as object) ? { unitId } : {}),
    } as Record<string, unknown>;
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    const path = names.reduce<string>(
      (text, name) => text.replace(`{${name}}`, String(name === 'unitId' ? unitId : example[name])),
      route.path,
    );
    const rest = Object.entries(example).filter(([name]) => !names.includes(name));
    const query =
      route.method === 'GET' && rest.length > 0
        ? `?${new URLSearchParams(rest.map(([name, value]) => [name, String(value)]))}`
        : '';
    const answer = await fetch(`${nation.url}/api/v1/provinces/qom${path}${query}`, {
      method: route.method,
      headers: { cookie, ...(route.method === 'POST' ? { 'content-type': 'application/json' } : {}) },
      ...(route.method === 'POST' ? { body: JSON.stringify(Object.fromEntries(rest)) } : {}),
    });
    await answer.text();
    const requests = Number(answer.headers.get('x-database-requests') ?? Number.NaN);
    console.log(`${String(requests)}  ${answer.status}  ${route.method} ${route.path}`);
    most[route.act.kind] = Math.max(most[route.act.kind], requests);
  }
  return most;
};
