import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one deployment keeps to itself; lost, its sessions and wrapped province keys are lost. */
export type Secrets = {
  deploymentSecret: string;
  operatorToken: string;
  /** Opens the store of people's keys. */
  keysToken: string;
  dbTokenJwk: { kty: 'OKP'; crv: 'Ed25519'; x: string; d: string };
};

const make = (): Secrets => {
  const { d = '', x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return {
    deploymentSecret: randomBytes(32).toString('base64url'),
    operatorToken: randomBytes(32).toString('base64url'),
    keysToken: randomBytes(32).toString('base64url'),
    dbTokenJwk: { kty: 'OKP', crv: 'Ed25519', x, d },
  };
};

/** Reads DATA/secrets.json, made at the first start and readable by its owner alone; the public key lies beside it as PEM. */
export function keepSecrets(data: string): Secrets & { publicKeyFile: string } {
  const file = join(data, 'secrets.json');
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(make(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  const secrets = { ...make(), ...kept };
  // A folder of an earlier version has fewer of them.
  if (Object.keys(kept).length < Object.keys(secrets).length)
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  const { kty, crv, x } = secrets.dbTokenJwk;
  const publicKeyFile = join(data, 'db-public.pem');
  writeFileSync(
    publicKeyFile,
    createPublicKey({ key: { kty, crv, x }, format: 'jwk' }).export({ type: 'spki', format: 'pem' }),
  );
  return { ...secrets, publicKeyFile };
}
