import { command, type CommandEvent } from '$lib/action';
import { m } from '$lib/paraglide/messages';
import { actionHref } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import { movingBody } from './moving';

const named = (form: FormData): string => encodeURIComponent(String(form.get('taskId') ?? ''));
const on =
  (verb: string) =>
  ({ params }: CommandEvent, form: FormData): string =>
    `${workspaceOf(params['province']).api}/tasks/${named(form)}/${verb}`;

const reschedule = command({ to: on('reschedule'), body: movingBody, says: () => m.plan_moved(), undoes: true });
const link = command({ to: on('link'), body: movingBody, says: () => m.plan_linked(), undoes: true });

/**
 * What a plan's page can do with its tasks; the form names the task. `move` and `linkAfter` come from the forms beside a
 * task, the others from the chart, so that each shows its own refusals.
 */
export const planActions = {
  reschedule,
  link,
  move: reschedule,
  linkAfter: link,
  unlink: async (event: CommandEvent) => {
    // A link that closes a loop by now cannot come back, so it is made anew and not taken back.
    const form = await event.request.clone().formData();
    const fields = {
      taskId: String(form.get('taskId') ?? ''),
      afterId: String(form.get('afterId') ?? ''),
      lagDays: String(form.get('lagDays') ?? '0'),
    };
    return command<{ revision: number }>({
      to: on('unlink'),
      body: ({ taskId: _task, lagDays: _lag, ...body }) => body,
      says: ({ revision }, { url }) => ({
        text: m.plan_unlinked(),
        undo: {
          action: url.pathname + actionHref(url, 'link'),
          fields: { ...fields, revision: String(revision) },
        },
      }),
    })(event);
  },
  block: command({
    to: on('block'),
    body: ({ taskId: _task, ...body }) => body,
    says: () => m.plan_blocked_done(),
    undoes: true,
  }),
  unblock: command({
    to: on('unblock'),
    body: ({ taskId: _task, ...body }) => body,
    says: () => m.plan_unblocked_done(),
    undoes: true,
  }),
};
