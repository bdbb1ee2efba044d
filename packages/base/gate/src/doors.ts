import { isProvinceSlug } from '@mahalleh/kernel';
import { mintContext, type GatePorts, type WorkspaceContext } from './context.ts';
import { base64url, hmac, hmacMatches, sha256 } from './crypto.ts';
import type { Home } from './tables.ts';

/** The ministry's database. */
export const NATION = 'nation';
/** The name of the session cookie. Its value: `{workspace}.{token}.{hmac under that workspace's key}`. */
export const SESSION_COOKIE = 'mahalleh_session';

/** Mints a session token of a workspace and seals it for the cookie. Shape: { token hash for the database, cookie value }. */
export const sealSession = async (ports: Pick<GatePorts, 'secretFor'>, workspace: string, tokenBytes: Uint8Array) => {
  const token = base64url(tokenBytes);
  const seal = await hmac(await ports.secretFor(workspace, 'session'), token);
  return { tokenHash: await sha256(token), cookie: `${workspace}.${token}.${seal}` };
};

/** The token's hash if this cookie was minted for exactly this workspace, else null: the same null for a real and an invented one. */
const tokenOf = async (ports: GatePorts, workspace: string, cookie: string | undefined): Promise<string | null> => {
  const [name, token, seal] = cookie?.split('.') ?? [];
  if (name !== workspace || !token || !seal) return null;
  return (await hmacMatches(await ports.secretFor(workspace, 'session'), token, seal)) ? sha256(token) : null;
};

/** The door of a province. Never fails here: who has no session is refused by the first command or query, as everywhere. */
export const enterProvince = async (
  ports: GatePorts,
  slug: string,
  cookie: string | undefined,
): Promise<Entered<'province'>> => {
  const tokenHash = isProvinceSlug(slug) ? await tokenOf(ports, slug, cookie) : null;
  return Object.assign(mintContext('province', { ports, database: slug, tokenHash }), {
    presentedTokenHash: tokenHash,
  });
};

/** A context, and the hash of the token that was shown at the door (null: none that this workspace sealed). */
export type Entered<H extends Home> = WorkspaceContext<H> & { readonly presentedTokenHash: string | null };

/** The door of the ministry. */
export const enterNation = async (ports: GatePorts, cookie: string | undefined): Promise<Entered<'national'>> => {
  const tokenHash = await tokenOf(ports, NATION, cookie);
  return Object.assign(mintContext('national', { ports, database: NATION, tokenHash }), {
    presentedTokenHash: tokenHash,
  });
};
