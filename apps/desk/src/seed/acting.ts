import {
  enterNation,
  enterProvince,
  NATION,
  sealSession,
  type GatePorts,
  type NationContext,
  type ProvinceContext,
  type SqlValue,
} from '@mahalleh/gate';
import { sessions } from '@mahalleh/gate/tables';
import { newId, type ProvinceSlug } from '@mahalleh/kernel';
import type { Desk } from '../desk.ts';
import { Fault } from '../fault.ts';
import { insertRows } from '../insert-rows.ts';

const HOUR_MS = 3_600_000;

/** The gate over the operator's way to the databases, at one instant. */
const portsAt = (desk: Desk, atMs: number): GatePorts => {
  const reader = (database: string) => ({
    batch: (statements: Parameters<Desk['read']>[1]) => desk.read(database, statements),
  });
  return {
    databases: { reader, loader: reader, lane: (database) => ({ write: (job) => desk.send(database, job) }) },
    nowMs: () => atMs,
    newId,
    secretFor: desk.secretFor,
    blobs: {
      put: (key, bytes, contentType) => desk.store({ key, bytes, contentType }),
      get: () => Promise.resolve(null),
      remove: () => Promise.reject(new Fault('The sample removes no files.')),
    },
    keys: desk.keys,
  };
};

/** Opens a session that is over an hour after that instant, for whoever holds the role. */
const cookieOf = async (desk: Desk, ports: GatePorts, workspace: string, role: string): Promise<string> => {
  const [found] = await desk.rows(
    workspace,
    'select person_id from role_grants where role = ? and revoked_at_ms is null order by id limit 1',
    [role],
  );
  if (!found) throw new Fault(`${workspace} has nobody who is ${role}.`);
  const { tokenHash, cookie } = await sealSession(ports, workspace, crypto.getRandomValues(new Uint8Array(32)));
  const createdAtMs = ports.nowMs();
  await desk.write(workspace, { action: 'desk.seed', subject: role }, [
    ...insertRows(sessions, [
      {
        ...{ id: newId(), personId: String(found[0] as SqlValue), tokenHash, stage: 'full', device: 'desk' },
        ...{ createdAtMs, expiresAtMs: createdAtMs + HOUR_MS },
      },
    ]),
  ]);
  return cookie;
};

/** Somebody of a sample province, at an instant: what they do goes through the product's own commands. */
export const actIn = async (desk: Desk, slug: ProvinceSlug, role: string, atMs: number): Promise<ProvinceContext> => {
  const ports = portsAt(desk, atMs);
  return enterProvince(ports, slug, await cookieOf(desk, ports, slug, role));
};

/** The same at the ministry. */
export const actAtMinistry = async (desk: Desk, role: string, atMs: number): Promise<NationContext> => {
  const ports = portsAt(desk, atMs);
  return enterNation(ports, await cookieOf(desk, ports, NATION, role));
};
