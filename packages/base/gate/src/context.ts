import { grants, type Permission, type Role } from '@mahalleh/access';
import { Failure } from '@mahalleh/kernel';
import type { ActorArgs } from './actor-sql.ts';
import type { DatabaseName, Databases, ResultSet } from './statement.ts';
import type { Home } from './tables.ts';

/** What the gate needs from the outside, handed in once by `apps/api`, the desk or a test. */
export type GatePorts = {
  readonly databases: Databases;
  /** Unit: UTC milliseconds. */
  readonly nowMs: () => number;
  readonly newId: () => string;
  /** Shape: key material for one purpose in one database, derived from the deployment secret. */
  readonly secretFor: (database: DatabaseName, purpose: string) => Promise<Uint8Array>;
  readonly blobs: Blobs;
  readonly keys: PersonKeys;
};

/** Object storage for evidence. Keys begin with the workspace. Fails: unavailable. */
export type Blobs = {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  get(key: string): Promise<ReadableStream | null>;
  remove(key: string): Promise<void>;
};

/**
 * The keys under which single people's data are written: one each, in a store of its own outside every database.
 * Destroying a key is the erasure. Fails: unavailable.
 */
export type PersonKeys = {
  /** Makes the key of this id. Unit: 32 bytes. Fails: conflict when there is one, or was. */
  create(workspace: DatabaseName, id: string): Promise<Uint8Array>;
  /** The keys of those that have one; who never had, or no longer has, is left out. */
  read(workspace: DatabaseName, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Takes it away for good. Done twice, it is as done once. */
  destroy(workspace: DatabaseName, id: string): Promise<void>;
};

/** One role held over one unit and all below it. */
export type HeldGrant = { readonly role: Role; readonly unitId: string; readonly agencyId: string | null };

/** Who is acting, once the database has said so. */
export type Someone = { readonly personId: string; readonly sessionId: string; readonly grants: readonly HeldGrant[] };

type Inner = { ports: GatePorts; database: DatabaseName; tokenHash: string | null; isGuest: boolean };

/** Reaches what is behind a context. Not exported from the package: only commands and queries can. */
export let innerOf: (context: WorkspaceContext) => Inner;
/** Mints a context. Not exported from the package: `enter`, `visit` and `operate` are the doors. */
export let mintContext: <H extends Home>(home: H, inner: Inner) => WorkspaceContext<H>;

/**
 * Proof that somebody stands at the door of this workspace. The only way to its data, and even its
 * holder cannot touch the database except through a command or a query.
 */
export class WorkspaceContext<H extends Home = Home> {
  readonly home: H;
  readonly workspace: string;
  readonly #inner: Inner;
  static {
    innerOf = (context) => context.#inner;
    mintContext = (home, inner) => new WorkspaceContext(home, inner);
  }
  private constructor(home: H, inner: Inner) {
    this.home = home;
    this.workspace = inner.database;
    this.#inner = inner;
  }
}

/** Somebody at a province's door. */
export type ProvinceContext = WorkspaceContext<'province'>;
/** Somebody at the ministry's door. */
export type NationContext = WorkspaceContext<'national'>;

/** The actor as SQL arguments, for one permission. Fails: signed_out without a session. */
export const actorArgs = (context: WorkspaceContext, roles: readonly Role[]): ActorArgs => {
  const { tokenHash, ports, isGuest } = innerOf(context);
  if (!tokenHash) throw new Failure('signed_out', 'signed_out');
  return { tokenHash, nowMs: ports.nowMs(), roles, isGuest };
};

/** The oldest schema of each kind of database that this code can serve: databases are migrated before the code that needs it. */
export const OLDEST_SCHEMA = { province: 19, national: 13 } as const satisfies Record<Home, number>;

/** Reads the session check's row. Fails: signed_out, not_permitted, outdated. */
export const readSomeone = (result: ResultSet | undefined, permission: Permission | null, home: Home): Someone => {
  const row = result?.rows[0];
  if (!row) throw new Failure('signed_out', 'signed_out');
  const version = Number(row[3]);
  if (version < OLDEST_SCHEMA[home]) throw new Failure('outdated', 'workspace_outdated');
  const held = JSON.parse(String(row[2])) as HeldGrant[];
  if (permission && !held.some(({ role }) => grants(role, permission)))
    throw new Failure('not_permitted', 'not_permitted');
  return { sessionId: String(row[0]), personId: String(row[1]), grants: held };
};
