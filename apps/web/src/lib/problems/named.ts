import { command, refused, type CommandEvent, type CommandOptions, type FormAnswer } from '$lib/action';
import { api } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import { fail, type ActionFailure } from '@sveltejs/kit';
import { codeIn, sameCode } from './amendment';
import type { Problems } from './model';

/** The problem of that tracking code, if the reader may see it. */
const idOfCode = async (event: CommandEvent, typed: string): Promise<string | undefined> => {
  const code = codeIn(typed);
  if (code === '') return undefined;
  const path = `${workspaceOf(event.params['province']).api}/problems?q=${encodeURIComponent(code)}&size=5`;
  const answer = await api(event).call<Problems>('GET', path);
  return answer.ok ? answer.data.rows.find((row) => sameCode(row.code, code))?.id : undefined;
};

/** A form action about another problem as well: `field` is the API’s name of its id, the form names it by its code in `_field`. */
export const commandWith =
  (field: string, options: (id: string) => CommandOptions<unknown>) =>
  async (event: CommandEvent): Promise<FormAnswer | ActionFailure<FormAnswer>> => {
    const form = await event.request.clone().formData();
    const id = await idOfCode(event, String(form.get(`_${field}`) ?? ''));
    if (id !== undefined) return command(options(id))(event);
    const title = m.problems_no_such_code();
    const errors = [{ field: `_${field}`, reason: 'problem_unknown', title }];
    return fail(422, refused(event, form, { status: 422, reason: 'problem_unknown', title, trace: '', errors }));
  };
