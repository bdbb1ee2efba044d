import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isHeld, takeDataFolder } from '../src/data-folder.ts';
import { keepSecrets } from '../src/secrets.ts';

let path = '';
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'mahalleh-folder-'));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

describe('a data folder', () => {
  test('is held by one start at a time', async () => {
    const first = await takeDataFolder(path, false);
    expect(isHeld(path)).toBe(true);
    await expect(takeDataFolder(path, false)).rejects.toThrow(/already in use by a running start/);
    first.release();
    expect(isHeld(path)).toBe(false);
    (await takeDataFolder(path, false)).release();
  });

  test('is free again when its holder was killed, and servers left behind end first', async () => {
    const orphan = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
    await once(orphan, 'spawn');
    const gone = once(orphan, 'exit');
    const held = await takeDataFolder(path, false);
    held.noteChildren([orphan.pid ?? 0]);
    const [, child] = readFileSync(join(path, 'lock'), 'utf8').split('\n');
    writeFileSync(join(path, 'lock'), `${process.pid}:0\n${child}\n`);
    const next = await takeDataFolder(path, false);
    const [, signal] = (await gone) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    next.release();
  });

  test('is emptied by a reset only when it is ours', async () => {
    writeFileSync(join(path, 'thesis.txt'), 'years of work');
    await expect(takeDataFolder(path, true)).rejects.toThrow(/does not look like a data folder/);
    expect(readdirSync(path)).toEqual(['thesis.txt']);
    keepSecrets(path);
    const folder = await takeDataFolder(path, true);
    expect(existsSync(join(path, 'thesis.txt'))).toBe(false);
    folder.release();
  });

  test('keeps its secrets between starts, for its owner alone', () => {
    const first = keepSecrets(path);
    expect(keepSecrets(path)).toEqual(first);
    expect(statSync(join(path, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(Buffer.from(first.deploymentSecret, 'base64url')).toHaveLength(32);
    expect(readFileSync(first.publicKeyFile, 'utf8')).toContain('BEGIN PUBLIC KEY');
  });
});

describe('a data folder that cannot be', () => {
  test.runIf(process.platform === 'linux')('is told in one sentence, also where a file system refuses', async () => {
    await expect(takeDataFolder('/proc/mahalleh/data', false)).rejects.toThrow(/may not write to the data folder/);
  });

  test('because a file lies there, is told in one sentence', async () => {
    writeFileSync(join(path, 'file'), '');
    await expect(takeDataFolder(join(path, 'file'), false)).rejects.toThrow(/may not write to the data folder/);
    await expect(takeDataFolder(join(path, 'file/data'), false)).rejects.toThrow(/may not write to the data folder/);
  });
});
