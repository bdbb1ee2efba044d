import { m } from '$lib/paraglide/messages';
import { titleOf } from '$lib/units/names';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Locale } from '@mahalleh/ui';
import type { Neighbourhood } from './model';

/** One thing to do for the next step: the form that does it, and the permission it needs. */
export type Todo = { readonly id: string; readonly text: string; readonly href: string; readonly needs: string };

/** What is to be done for the next step, in its order; nothing when all three are complete. `path` is the workspace's address. */
export const todosOf = (place: Neighbourhood, path: string, locale: Locale): Todo[] => {
  const { step } = place.standing;
  if (step === 0) return councilTodos(place, path, locale);
  if (step === 1) return registryTodos(place, path, locale);
  return step === 2 ? operationTodos(place, path) : [];
};

const councilTodos = ({ id, council }: Neighbourhood, path: string, locale: Locale): Todo[] => {
  if (council === null)
    return [
      {
        id: 'establish',
        text: m.neighbourhoods_todo_establish(),
        href: `${path}/councils/new?unitId=${id}`,
        needs: 'council.establish',
      },
    ];
  const page = `${path}/councils/${council.id}`;
  const vacant = council.seats.filter(({ isRequired, holder }) => isRequired && holder === null);
  const unsworn = council.seats.filter(({ isRequired, holder }) => isRequired && holder?.swornOn === null).length;
  return [
    ...vacant.map((seat) => ({
      id: seat.id,
      text: m.neighbourhoods_todo_appoint({ seat: titleOf(seat, locale) }),
      href: `${page}?seat=${seat.id}#appoint`,
      needs: 'seat.appoint',
    })),
    ...(unsworn === 0
      ? []
      : [
          {
            id: 'swear',
            text: m.neighbourhoods_todo_swear({ count: formatNumber(unsworn, locale) }),
            href: `${page}#swear`,
            needs: 'seat.swear',
          },
        ]),
    ...(council.firstMeetingOn === null
      ? [{ id: 'meeting', text: m.neighbourhoods_todo_meeting(), href: `${page}#meeting`, needs: 'meeting.hold' }]
      : []),
  ];
};

const registryTodos = ({ id, standing }: Neighbourhood, path: string, locale: Locale): Todo[] => {
  const unmet = new Map(
    standing.steps[1]?.conditions.filter(({ isMet }) => !isMet).map(({ code, params }) => [code, params]),
  );
  const untriaged = unmet.get('triaged')?.['untriaged'] ?? 0;
  return [
    ...(unmet.has('problems')
      ? [
          {
            id: 'problem',
            text: m.neighbourhoods_todo_problem(),
            href: `${path}/problems/new?unitId=${id}`,
            needs: 'problem.register',
          },
        ]
      : []),
    ...(untriaged > 0
      ? [
          {
            id: 'triage',
            text: m.neighbourhoods_todo_triage({ count: formatNumber(untriaged, locale) }),
            href: `${path}/problems?unitId=${id}&status=registered`,
            needs: 'problem.triage',
          },
        ]
      : []),
    ...(unmet.has('capacities')
      ? [
          {
            id: 'capacity',
            text: m.neighbourhoods_todo_capacity(),
            href: `${path}/capacities/new?unitId=${id}`,
            needs: 'capacity.register',
          },
        ]
      : []),
  ];
};

const operationTodos = ({ id, operations, problems, standing }: Neighbourhood, path: string): Todo[] => {
  const { rows } = operations;
  const lack = standing.missing?.code;
  const list = `${path}/operations?unitId=${id}`;
  const open = rows.find(({ status }) => status === 'running') ?? rows.find(({ status }) => status === 'planned');
  const done = rows.find(({ status }) => status === 'done');
  if (lack === 'operation_missing') {
    const first = problems.rows[0];
    const href = `${path}/operations/new?unitId=${id}${first ? `&problemId=${first.id}` : ''}`;
    return [{ id: 'plan', text: m.neighbourhoods_todo_plan(), href, needs: 'operation.plan' }];
  }
  if (lack === 'operation_not_done' || lack === 'result_missing') {
    const text = open ? m.neighbourhoods_todo_finish({ title: open.title }) : m.neighbourhoods_todo_finish_any();
    return [{ id: 'finish', text, href: open ? `${path}/operations/${open.id}` : list, needs: 'operation.finish' }];
  }
  return [
    {
      id: 'evidence',
      text: m.neighbourhoods_todo_evidence(),
      href: done ? `${path}/operations/${done.id}` : list,
      needs: 'evidence.attach',
    },
  ];
};
