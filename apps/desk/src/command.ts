import type { Arguments } from './arguments.ts';
import type { Desk } from './desk.ts';

/** Tells the operator how it goes, a line at a time. */
export type Say = (line: string) => void;

/** A command of the desk. Shape: the exit code. Fails: Fault with one plain sentence. */
export type DeskCommand = (desk: Desk, args: Arguments, say: Say) => Promise<number>;
