import { api, signInPath, type CallEvent, type FieldProblem, type Problem } from '$lib/api';
import { bodyOf, valuesOf, type Reading } from '$lib/form/reading';
import { leaveFlash, type Flash } from '$lib/flash';
import { m } from '$lib/paraglide/messages';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import { fail, redirect, type ActionFailure, type Cookies } from '@sveltejs/kit';
import { v7 } from 'uuid';

/** The part of an action's event a command needs. */
export type CommandEvent = CallEvent & { params: Readonly<Record<string, string | undefined>>; cookies: Cookies };

/** What a form gets back: its own values and what is wrong with them, or that it was done. */
export type FormAnswer = {
  /** The named action that answered; `default` for the unnamed one. */
  readonly action: string;
  readonly done: boolean;
  /** The id to send again under, when nobody knows whether the command happened; after a clear refusal a new one is made. */
  readonly commandId?: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly errors: readonly FieldProblem[];
  readonly problem?: Pick<Problem, 'status' | 'reason' | 'title' | 'detail' | 'trace'>;
  /** Where to sign in again, when the session ended under the form. */
  readonly signIn?: string;
};

/** How one form becomes one command of the API. */
export type CommandOptions<Data> = Reading & {
  /** The API path: fixed, or made from the address and the form. */
  readonly to: string | ((event: CommandEvent, form: FormData) => string);
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Reshapes the body read from the form. */
  readonly body?: (body: Record<string, unknown>, form: FormData, event: CommandEvent) => unknown;
  /** The page to go to once done; without it the form's own page is shown again. */
  readonly then?: string | ((data: Data, event: CommandEvent) => string);
  /** What is said on the next page. */
  readonly says?: (data: Data, event: CommandEvent) => string | Flash;
  /** Whether what was done can be taken back: the line then offers it. */
  readonly undoes?: boolean;
};

/** A form action that sends the form as one command and brings problems back to its fields; nothing typed is lost. */
export const command =
  <Data = unknown>(options: CommandOptions<Data>) =>
  async (event: CommandEvent): Promise<FormAnswer | ActionFailure<FormAnswer>> => {
    const form = await event.request.formData();
    const path = typeof options.to === 'string' ? options.to : options.to(event, form);
    const read = bodyOf(form, options);
    const body = options.body === undefined ? read : options.body(read, form, event);
    const idempotencyKey = textOf(form, 'command_id') ?? v7();
    const answer = await api(event).call<Data>(options.method ?? 'POST', path, body, { idempotencyKey });
    if (!answer.ok) return fail(answer.problem.status, refused(event, form, answer.problem, options));
    if (options.says !== undefined) {
      const undo = options.undoes === true ? undoOf(event, idempotencyKey) : {};
      leaveFlash(event.cookies, { ...undo, ...flashOf(options.says(answer.data, event)) });
    }
    const next = typeof options.then === 'function' ? options.then(answer.data, event) : options.then;
    if (next !== undefined) redirect(303, next);
    // Without scripts the page is asked for anew, so that loading it again does not send the form again.
    if (!event.request.headers.has('x-sveltekit-action')) redirect(303, event.url.pathname + queryOf(event.url));
    return { action: actionOf(event.url), done: true, values: {}, errors: [] };
  };

/** The answer that brings a problem back to the form it came from; for actions that call the API themselves. */
export const refused = (event: CommandEvent, form: FormData, problem: Problem, reading: Reading = {}): FormAnswer => {
  const { status, reason, trace, detail } = problem;
  const commandId = problem.status >= 500 ? textOf(form, 'command_id') : undefined;
  const isSignedOut = problem.status === 401 && reason === 'signed_out';
  const title = isSignedOut ? m.shell_form_signed_out() : problem.title;
  return {
    action: actionOf(event.url),
    done: false,
    ...(commandId === undefined ? {} : { commandId }),
    values: valuesOf(form, reading),
    errors: problem.errors,
    problem: { status, reason, title, trace, ...(detail === undefined ? {} : { detail }) },
    ...(isSignedOut ? { signIn: signInPath(event.url) } : {}),
  };
};

/** The way back of a command, as the line on the next page offers it. */
export const undoOf = ({ params }: Pick<CommandEvent, 'params'>, commandId: string): Pick<Flash, 'undo'> => ({
  undo: { action: `${workspaceOf(params['province']).path}/undo`, fields: { commandId } },
});

const flashOf = (said: string | Flash): Flash => (typeof said === 'string' ? { text: said } : said);

const actionOf = (url: URL): string => /^\?\/([\w-]+)/.exec(url.search)?.[1] ?? 'default';

const textOf = (form: FormData, name: string): string | undefined => {
  const value = form.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
};
