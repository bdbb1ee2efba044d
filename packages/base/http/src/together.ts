import {
  parseInput,
  runTogether,
  type Home,
  type Prepared,
  type Together,
  type WorkspaceContext,
} from '@mahalleh/gate';
import { Failure, zInput } from '@mahalleh/kernel';
import * as z from 'zod';
import type { Act, Route } from './routes.ts';

/** The most questions that travel together. */
const MOST = 24;

const TogetherInput = zInput({
  asks: z
    .array(z.string().max(4_000).startsWith('/', { error: 'path_expected' }), { error: 'required' })
    .min(1, { error: 'required' })
    .max(MOST, { error: 'too_many_asks' })
    .describe('Addresses of questions below the workspace, as they stand after its prefix: /problems?status=open'),
});
const TogetherOutput = z.object({
  answers: z
    .array(z.object({ status: z.int(), body: z.unknown() }))
    .describe('One for each, in order: its answer, or its problem (RFC 9457) with the status it would have had'),
});

type Askable<H extends Home> = { readonly parts: readonly string[]; readonly act: Act<H> };

/** A part of an address as it was meant; as it stands when it means nothing. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** The values of the path's braces when an address fits it. */
const fits = (parts: readonly string[], asked: readonly string[]): Record<string, string> | undefined => {
  if (parts.length !== asked.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of parts.entries()) {
    const given = asked[i] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = decoded(given);
    else if (part !== given) return undefined;
  }
  return params;
};

const partsOf = (path: string): string[] => path.split('/').filter(Boolean);

/** Reads an address into the question behind it and its raw input. Fails: not_found, invalid. */
const questionAt = <H extends Home>(askable: readonly Askable<H>[], address: string) => {
  const [path = '', query = ''] = address.split('?', 2);
  const asked = partsOf(path);
  for (const { parts, act } of askable) {
    const params = fits(parts, asked);
    if (!params) continue;
    const raw: Record<string, unknown> = {};
    for (const [name, value] of new URLSearchParams(query)) raw[name] ??= value;
    const clash = Object.keys(params).find((name) => name in raw);
    if (clash !== undefined)
      throw new Failure('invalid', 'input_invalid', { fields: [{ field: clash, reason: 'unknown_field' }] });
    return { act, raw: { ...raw, ...params } };
  }
  throw new Failure('not_found', 'not_found');
};

/**
 * Many questions of a workspace in one: one request, one session check, one batch at the database. Each is permitted,
 * answered or refused for itself. `routes` are those whose questions may be asked so.
 */
export const together = <H extends Home>(routes: readonly Route<H>[]): Route<H> => {
  const askable = routes
    .filter(({ method, effect, act }) => method === 'GET' && effect === 'none' && act.isOpen !== true)
    // A fixed word comes before a name in braces, as in the router.
    .toSorted((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')))
    .map(({ path, act }) => ({ parts: partsOf(path), act }));
  const prepare = (context: WorkspaceContext<H>, address: string): Prepared<unknown> => {
    const { act, raw } = questionAt(askable, address);
    if (!act.prepare) throw new Failure('not_found', 'not_found');
    return act.prepare(context, raw);
  };
  const act: Act<H> = {
    kind: 'query',
    home: 'workspace',
    name: 'together',
    permission: null,
    input: TogetherInput,
    output: TogetherOutput,
    run: async (context, raw): Promise<Together[]> => {
      const { asks } = parseInput(TogetherInput, raw);
      return runTogether(
        context,
        asks.map((address) => (at: WorkspaceContext<H>) => prepare(at, address)),
      );
    },
  };
  return {
    method: 'POST',
    path: '/together',
    act,
    body: 'json',
    status: 200,
    effect: 'together',
    example: { asks: ['/me'] },
  };
};
