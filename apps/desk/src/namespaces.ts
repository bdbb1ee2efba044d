import type { Desk } from './desk.ts';
import { Fault } from './fault.ts';
import { bringUp, migrationsOf, versionOf, type DatabaseKind } from './migrations.ts';

/** Makes a database confirm a write only when it is on the disk. Fails: when it does not. */
export const makeDurable = async (desk: Desk, database: string): Promise<void> => {
  const read = async () => (await (await desk.admin('GET', `${database}/config`)).json()) as Record<string, unknown>;
  const config = await read();
  if (config['durability_mode'] === 'strong') return;
  await desk.admin('POST', `${database}/config`, { ...config, durability_mode: 'strong' });
  if ((await read())['durability_mode'] !== 'strong')
    throw new Fault(`${database} could not be given strong durability.`);
};

/** Makes the namespace of a database at the libSQL server. Fails: with what the server said. */
export const createNamespace = async (desk: Desk, database: string): Promise<void> => {
  const answer = await desk.admin('POST', `${database}/create`, {});
  if (!answer.ok) throw new Fault(`The database ${database} could not be made: ${(await answer.text()).slice(0, 200)}`);
  await makeDurable(desk, database);
};

/** A database that is there, durable and of this version. Shape: whether anything had to be done. */
export const ensureDatabase = async (
  desk: Desk,
  database: string,
  kind: DatabaseKind,
  folder?: string,
): Promise<boolean> => {
  const before = await versionOf(desk, database);
  if (before === null) await createNamespace(desk, database);
  const migrations = migrationsOf(kind, folder);
  const after = await bringUp(desk, database, migrations, before ?? 0);
  return before === null || after !== before;
};
