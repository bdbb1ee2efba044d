import { isProvinceSlug } from '@mahalleh/kernel';
import { mintContext, type GatePorts, type WorkspaceContext } from './context.ts';
import { base64url, hmac, hmacMatches, sha256 } from './crypto.ts';
import type { Home } from './tables.ts';

/** The ministry's database. */
export const NATION = 'nation';
/** The name of the session cookie. Its value: `{workspace}.{token}.{hmac under that workspace's key}`. */
export const SESSION_COOKIE = 'mahalleh_session';

/** How the token of a guest begins; no other can, and the seal is over it as well. */
const GUEST = '~';

/** Mints a session token of a workspace and seals it for the cookie. Shape: { token hash for the database, cookie value }. */
export const sealSession = async (
  ports: Pick<GatePorts, 'secretFor'>,
  workspace: string,
  tokenBytes: Uint8Array,
  isGuest = false,
) => {
  const token = `${isGuest ? GUEST : ''}${base64url(tokenBytes)}`;
  const seal = await hmac(await ports.secretFor(workspace, 'session'), token);
  return { tokenHash: await sha256(token), cookie: `${workspace}.${token}.${seal}` };
};

/** Who a cookie says is there: the token's hash, and whether it is a guest's. */
type Shown = { readonly tokenHash: string | null; readonly isGuest: boolean };
const NOBODY: Shown = { tokenHash: null, isGuest: false };

/** The token's hash if this cookie was minted for exactly this workspace, else null: the same null for a real and an invented one. */
const tokenOf = async (ports: GatePorts, workspace: string, cookie: string | undefined): Promise<Shown> => {
  const [name, token, seal] = cookie?.split('.') ?? [];
  if (name !== workspace || !token || !seal) return NOBODY;
  const isSealed = await hmacMatches(await ports.secretFor(workspace, 'session'), token, seal);
  return isSealed ? { tokenHash: await sha256(token), isGuest: token.startsWith(GUEST) } : NOBODY;
};

/** The door of a province. Never fails here: who has no session is refused by the first command or query, as everywhere. */
export const enterProvince = async (
  ports: GatePorts,
  slug: string,
  cookie: string | undefined,
): Promise<Entered<'province'>> => {
  const shown = isProvinceSlug(slug) ? await tokenOf(ports, slug, cookie) : NOBODY;
  return Object.assign(mintContext('province', { ports, database: slug, ...shown }), {
    presentedTokenHash: shown.tokenHash,
  });
};

/** A context, and the hash of the token that was shown at the door (null: none that this workspace sealed). */
export type Entered<H extends Home> = WorkspaceContext<H> & { readonly presentedTokenHash: string | null };

/** The door of the ministry. */
export const enterNation = async (ports: GatePorts, cookie: string | undefined): Promise<Entered<'national'>> => {
  const shown = await tokenOf(ports, NATION, cookie);
  return Object.assign(mintContext('national', { ports, database: NATION, ...shown }), {
    presentedTokenHash: shown.tokenHash,
  });
};
