import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;
const GONE = '.gone';
const PART = '.part';

/** Puts a file's content, or a folder's list of names, on the disk. */
const settle = (path: string): void => {
  const at = openSync(path, 'r');
  try {
    fsyncSync(at);
  } finally {
    closeSync(at);
  }
};

const write = (path: string, bytes: Uint8Array, flag: 'w' | 'r+'): void => {
  const at = openSync(path, flag, 0o600);
  try {
    writeSync(at, bytes, 0, bytes.length, 0);
    fsyncSync(at);
  } finally {
    closeSync(at);
  }
};

/**
 * The keys of people as files of their owner alone, `FOLDER/<province>/<id>`: what opens one person's data each.
 * A destroyed key leaves `<id>.gone`, so that nothing makes or brings one of that name again.
 */
export class KeyStore {
  readonly #folder: string;

  /** Opens the store, made when it is not there, and finishes what was broken off. */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const workspace of readdirSync(folder))
      for (const name of readdirSync(join(folder, workspace))) {
        if (name.endsWith(PART)) rmSync(join(folder, workspace, name));
        if (name.endsWith(GONE)) this.destroy(workspace, name.slice(0, -GONE.length));
      }
  }

  /** Makes a key. Shape: null when there is one, or was. */
  create(workspace: string, id: string): Uint8Array | null {
    const key = randomBytes(KEY_BYTES);
    return this.#add(workspace, id, key) ? key : null;
  }

  /** Puts a key back from a copy. Shape: false when it was destroyed, or when another one is there. */
  putBack(workspace: string, id: string, key: Uint8Array): boolean {
    if (key.length !== KEY_BYTES) return false;
    const own = this.read(workspace, id);
    return own ? own.every((byte, i) => byte === key[i]) : this.#add(workspace, id, key);
  }

  /** The key, when it is there. */
  read(workspace: string, id: string): Uint8Array | undefined {
    const path = this.#pathOf(workspace, id);
    return existsSync(path) && !existsSync(`${path}${GONE}`) ? readFileSync(path) : undefined;
  }

  /** Takes a key away for good: first that it is gone, then its bytes, then its name. Done twice, it is as done once. */
  destroy(workspace: string, id: string): void {
    const path = this.#pathOf(workspace, id);
    const folder = this.#folderOf(workspace);
    if (!existsSync(`${path}${GONE}`)) write(`${path}${GONE}`, new Uint8Array(), 'w');
    settle(folder);
    if (!existsSync(path)) return;
    write(path, randomBytes(statSync(path).size), 'r+');
    rmSync(path);
    settle(folder);
  }

  /** Everything of a workspace: its keys by id, and the ids of those that are gone. */
  all(workspace: string): { keys: Map<string, Uint8Array>; gone: string[] } {
    const names = readdirSync(this.#folderOf(workspace));
    const gone = names.filter((name) => name.endsWith(GONE)).map((name) => name.slice(0, -GONE.length));
    const keys = new Map<string, Uint8Array>();
    for (const name of names) {
      const key = name.includes('.') ? undefined : this.read(workspace, name);
      if (key) keys.set(name, key);
    }
    return { keys, gone };
  }

  #add(workspace: string, id: string, key: Uint8Array): boolean {
    const path = this.#pathOf(workspace, id);
    if (existsSync(path) || existsSync(`${path}${GONE}`)) return false;
    write(`${path}${PART}`, key, 'w');
    renameSync(`${path}${PART}`, path);
    settle(this.#folderOf(workspace));
    return true;
  }

  #folderOf(workspace: string): string {
    const folder = join(this.#folder, workspace);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  #pathOf(workspace: string, id: string): string {
    return join(this.#folderOf(workspace), id);
  }
}
