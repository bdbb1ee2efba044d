import { fromBase64url, secretsFrom } from '@mahalleh/gate';
import { tokenMint, type Fleet } from '@mahalleh/gate/lane';
import * as z from 'zod';
import type { Lane } from './lane.ts';

/** What the Worker is given from outside. Secrets come from the deployment, never from the repository. */
export type Env = {
  readonly DB_URL: string;
  readonly DB_TOKEN_JWK: string;
  readonly DEPLOYMENT_SECRET: string;
  readonly OPERATOR_TOKEN: string;
  readonly KEYS_TOKEN: string;
  readonly VERSION: string;
  readonly LANE: DurableObjectNamespace<Lane>;
  readonly BLOBS: Fetcher;
  readonly KEYS: Fetcher;
};

const Texts = z.object({
  DB_URL: z.string().regex(/^https?:\/\//),
  DB_TOKEN_JWK: z.string().min(2),
  DEPLOYMENT_SECRET: z.string().min(43),
  OPERATOR_TOKEN: z.string().min(16),
  KEYS_TOKEN: z.string().min(16),
  VERSION: z.string().min(1),
});

/** What follows from the environment, made once. */
export type Deployment = {
  readonly fleet: Fleet;
  readonly secretFor: (database: string, purpose: string) => Promise<Uint8Array>;
  readonly operatorToken: string;
  readonly keysToken: string;
  readonly version: string;
};

let made: Deployment | undefined;

/** Parses the environment once per isolate. Fails: ZodError naming the setting that is wrong. */
export const deploymentOf = (env: Env): Deployment => {
  if (made) return made;
  const texts = Texts.parse({ ...env });
  made = {
    fleet: { url: texts.DB_URL, mint: tokenMint(JSON.parse(texts.DB_TOKEN_JWK) as JsonWebKey), nowMs: Date.now },
    secretFor: secretsFrom(fromBase64url(texts.DEPLOYMENT_SECRET)),
    operatorToken: texts.OPERATOR_TOKEN,
    keysToken: texts.KEYS_TOKEN,
    version: texts.VERSION,
  };
  return made;
};
