import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startChild, type Child } from './child.ts';
import { edgeConfig, type EdgeOptions } from './edge-config.ts';
import { Fault } from './fault.ts';
import { workerdServer } from './places.ts';

const READY_MS = 20_000;

/** Starts workerd with web, API and assets and returns once it answers. Fails: when it does not within twenty seconds. */
export async function startEdge(options: EdgeOptions, environment: Record<string, string>): Promise<Child> {
  const folder = join(options.data, 'edge');
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'workerd.capnp');
  writeFileSync(config, edgeConfig(options));
  const log = join(options.data, 'logs/edge.log');
  const child = startChild(workerdServer(), ['serve', config], { PATH: process.env['PATH'], ...environment }, log);
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline && child.isRunning()) {
    const answer = await fetch(`http://127.0.0.1:${options.ports.operator}/health`, {
      headers: { authorization: `Bearer ${environment['OPERATOR_TOKEN'] ?? ''}` },
      signal: AbortSignal.timeout(2_000),
    }).catch(() => undefined);
    if (answer) return child;
    await pause(30);
  }
  await child.kill();
  throw new Fault(`The web server did not start; ${log} says why.`);
}
