import { v7 } from 'uuid';
import * as z from 'zod';
import type { Brand } from './brand.ts';

/**
 * The identity of one thing of kind `B`.
 * Shape: a lower-case UUIDv7, so that ids sort by the time they were made.
 */
export type Id<B extends string> = Brand<string, B>;

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether the text has the shape of an id; says nothing about whether the thing exists. */
export const isId = <B extends string>(text: string): text is Id<B> => SHAPE.test(text);

/** A new id, unlike every other; the cast is safe because `v7` makes the shape. */
export const newId = <B extends string>(): Id<B> => v7() as string as Id<B>;

/** The instant at which an id was made, which a UUIDv7 begins with. Unit: UTC milliseconds. */
export const instantOfId = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

/** The cast is safe: whatever passes has the shape of an id. */
const asId = <B extends string>(schema: z.ZodString) => schema as unknown as z.ZodType<Id<B>, string>;

/** The field that takes the id of a `name`; upper case is lowered. Fails: `required`, `id_malformed`. */
export const zId = <B extends string>(name: B) =>
  asId<B>(
    z
      .string({
        error: (issue) => (issue.input === undefined || issue.input === null ? 'required' : 'id_malformed'),
      })
      .trim()
      .toLowerCase()
      .min(1, { error: 'required', abort: true })
      .regex(SHAPE, { error: 'id_malformed' })
      .describe(`id of a ${name}`),
  );
