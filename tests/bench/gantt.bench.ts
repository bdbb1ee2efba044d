/** Whether the Gantt of 500 tasks keeps up in Chromium: turning the wheel over it, and carrying a bar along it. */
import { addDays, civilDateOf } from '@mahalleh/kernel/time';
import { tokenMint } from '@mahalleh/gate/lane';
import { keepSecrets } from '@mahalleh/local/secrets';
import { openDoor } from '../journeys/support/browser.ts';
import { startNation, TEST_PASSWORD } from '../support/nation.ts';
import { askerOf } from './support/ask.ts';
import { carryBar, idleFrames, turnWheel } from './support/gantt.ts';
import { report } from './support/report.ts';
import { addNeighbourhoods } from './support/world.ts';

const OPERATIONS = 5;
const TASKS = 100;

const nation = await startNation({ sample: 'nation', provinces: ['qom'] });
const door = await openDoor(nation.url);
try {
  const api = `${nation.url}/api/v1/provinces/qom`;
  const post = async (path: string, body: object, cookie = ''): Promise<Response> => {
    const headers = { 'content-type': 'application/json', cookie };
    const answer = await fetch(`${api}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const ask = askerOf(nation, tokenMint(keepSecrets(nation.data).dbTokenJwk), 'qom');
  const [unitId = ''] = await addNeighbourhoods(nation, 'qom', ask, 1);
  const [[personId] = []] = await ask('select id from people where retired_at_ms is null order by id limit 1');
  const entry = await post('/auth/sign-in', { email: 'dg@qom.sample', password: TEST_PASSWORD });
  const cookie = entry.headers.get('set-cookie')?.split(';')[0] ?? '';
  const day = (days: number): string => addDays(civilDateOf(Date.now()), days);
  for (let i = 0; i < OPERATIONS; i++)
    await post(
      '/operations',
      {
        unitId,
        domainKey: 'civil_works',
        title: `عملیات ${i + 1}`,
        startsOn: day(0),
        endsOn: day(400),
        // Chains of five, so that a bar that is carried pushes others while it is thought about.
        tasks: Array.from({ length: TASKS }, (_, n) => ({
          title: `کار ${n + 1}`,
          responsiblePersonId: personId,
          startsOn: day(1 + (n % 5) * 8),
          dueOn: day(6 + (n % 5) * 8),
          ...(n % 5 === 0 ? {} : { after: [n] }),
        })),
      },
      cookie,
    );

  const visitor = await door.visit({ locale: 'fa', screen: 'desktop' });
  await visitor.signIn('qom', 'dg');
  await visitor.open(`/qom/neighbourhoods/${unitId}/plan`);
  const idle = await idleFrames(visitor.page);
  const wheel = await turnWheel(visitor.page);
  const carried = await carryBar(visitor.page);
  report('gantt', {
    tasks: OPERATIONS * TASKS,
    wheel_handled_share: wheel.handled / wheel.sent,
    drag_handled_share: carried.handled / carried.sent,
    drag_days_off: carried.daysOff,
    wheel_frame_p95_over_idle: wheel.frames.p95 / idle.p95,
    drag_frame_p95_over_idle: carried.frames.p95 / idle.p95,
    idle_frame_p95_ms: idle.p95,
    wheel_frame_max_ms: wheel.frames.max,
    drag_frame_max_ms: carried.frames.max,
  });
  for (const fault of await visitor.leave()) console.log(fault);
} finally {
  await door.close();
  await nation.stop();
}
