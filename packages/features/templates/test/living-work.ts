import type { Filling } from './living-world.ts';

/** The council with its charter, its seats and who holds them, and a committee with its lead. */
export const fillCouncil = async ({ put, say, ids }: Filling): Promise<void> => {
  const { charter = '', imamSeat = '', managerSeat = '', council = '', place = '', imam = '', manager = '' } = ids;
  await put('charters', {
    ...{ id: charter, kind: 'neighbourhood_progress', version: 1, title_fa: 'ساختار', title_en: 'Charter' },
    ...{ origin: 'province', from_on: '2026-01-01' },
  });
  for (const [id, key, office, title, ord] of [
    [managerSeat, 'manager', 'neighbourhood_manager', 'مدیر محله', 1],
    [imamSeat, 'imam', 'imam', 'امام جماعت مسجد', 2],
  ] as const)
    await put('charter_seats', {
      ...{ id, charter_id: charter, key, ord, office, title_fa: say('charter_seats.title_fa', title) },
      ...{ title_en: say('charter_seats.title_en', key), is_required: 1, is_chair: ord === 1 ? 1 : 0, is_secretary: 0 },
    });
  await put('councils', {
    ...{ id: council, kind: 'neighbourhood_progress', unit_id: place, charter_id: charter },
    established_on: '2026-05-01',
  });
  await put('appointments', {
    ...{ id: `${imamSeat}-a`, council_id: council, unit_id: place, seat_id: imamSeat, person_id: imam },
    ...{ decree_number: say('appointments.decree_number', '۱۴۰۵/۷۷۱'), from_on: '2026-05-01' },
  });
  await put('committee_kinds', {
    ...{ key: 'civil_works', title_fa: say('committee_kinds.title_fa', 'عمران و زیرساخت'), title_en: 'Civil works' },
    ...{ is_emergency: 0, ord: 1 },
  });
  await put('committees', {
    ...{ id: ids['committee'] ?? '', council_id: council, unit_id: place, kind_key: 'civil_works' },
    ...{ lead_person_id: manager, formed_on: '2026-06-01' },
  });
};

const problem = (id: string, code: string, domain: string, say: Filling['say'], title: string) => ({
  ...{ id, code, domain_key: domain, title: say('problems.title', title), title_folded: title, severity: 4 },
  description: say('problems.description', 'شب‌ها کوچه‌ها تاریک است.'),
  solution: say('problems.solution', 'چراغ کم‌مصرف نصب شود.'),
  root_cause: say('problems.root_cause', 'پیگیر مشخصی نبود'),
  ...{ people_affected: 240, place_kind: 'point', place_note: say('problems.place_note', 'نزدیک مدرسه') },
  ...{ latitude: 34.6409, longitude: 50.8749, status: 'triaged', registered_at_ms: 0 },
});

/** Problems, operations with their tasks, duties, an indicator, a target and evidence. */
export const fillWork = async ({ put, say, ids }: Filling): Promise<void> => {
  const id = (name: string): string => ids[name] ?? '';
  const place = id('place');
  for (const [key, title, isSensitive] of [
    ['civil_works', 'عمران و زیرساخت', 0],
    ['social_harms', 'آسیب‌های اجتماعی', 1],
  ] as const)
    await put('domains', {
      ...{ key, title_fa: say('domains.title_fa', title), title_en: key, national_key: key },
      ...{ is_sensitive: isSensitive, ord: isSensitive + 1 },
    });
  const whys = [say('problems.whys_json', 'چراغ‌ها خاموش است'), say('problems.whys_json', 'سفارش تعمیر داده نشده است')];
  for (const row of [
    { ...problem(id('lights'), 'P-405-17', 'civil_works', say, 'تاریکی گذرها'), whys_json: JSON.stringify(whys) },
    problem(id('harm'), 'P-405-18', 'social_harms', say, 'رفت‌وآمد شبانه در پارک'),
    { ...problem(id('idle'), 'P-405-19', 'civil_works', say, 'پیاده‌رو شکسته'), root_cause: null },
  ])
    await put('problems', { ...row, unit_id: place, registered_by: id('manager') });
  await put('indicators', {
    ...{
      id: id('indicator'),
      key: 'lit_share',
      aim: 'conditions',
      title_fa: say('indicators.title_fa', 'سهم گذرهای روشن'),
    },
    ...{
      title_folded: 'x',
      about: say('indicators.about', 'گذرهای روشن از همه گذرها'),
      of_fa: say('indicators.of_fa', 'گذر'),
    },
    ...{ source: say('indicators.source', 'بازدید شبانه'), frequency: 'month', population: 'things', adds_up: 0 },
    defined_at_ms: 0,
  });
  await put('indicator_versions', {
    ...{ indicator_id: id('indicator'), version: 1, unit: 'percent', direction: 'more', since_ms: 0 },
  });
  const operation = async (name: string, code: string, domain: string, about: string, days: [string, string]) =>
    put('operations', {
      ...{ id: id(name), code, unit_id: place, problem_id: id(about), domain_key: domain },
      ...{ agency_id: id('municipality'), indicator_id: name === 'works' ? id('indicator') : null },
      title: say('operations.title', name === 'care' ? 'گفت‌وگو با خانواده‌ها' : 'روشنایی گذرها'),
      title_folded: 'x',
      goal: say('operations.goal', 'همه گذرها روشن شود.'),
      measure: say('operations.measure', 'شمار چراغ‌های روشن'),
      ...{
        status: 'running',
        starts_on: days[0],
        ends_on: days[1],
        latitude: 34.64,
        longitude: 50.87,
        planned_at_ms: 0,
      },
    });
  await operation('works', 'O-405-31', 'civil_works', 'lights', ['2026-09-05', '2026-10-14']);
  await operation('after', 'O-405-32', 'civil_works', 'lights', ['2026-10-17', '2026-11-18']);
  await operation('care', 'O-405-33', 'social_harms', 'harm', ['2026-09-12', '2026-10-01']);
  await put('operation_capacities', { operation_id: id('works'), capacity_id: id('hall') });
  await put('operation_capacities', { operation_id: id('works'), capacity_id: id('yard') });
  const task = (name: string, of: string, who: string, days: [string, string], isMilestone = 0) =>
    put('tasks', {
      ...{ id: id(name), operation_id: id(of), unit_id: place, title: say('tasks.title', 'خرید چراغ'), status: 'open' },
      ...{ responsible_person_id: id(who), agency_id: id('ngo'), starts_on: days[0], due_on: days[1] },
      is_milestone: isMilestone,
    });
  await task('lamps', 'works', 'imam', ['2026-09-05', '2026-09-16']);
  await task('poles', 'works', 'manager', ['2026-09-19', '2026-10-14']);
  await task('opening', 'after', 'member', ['2026-10-17', '2026-10-17'], 1);
  await task('visits', 'care', 'imam', ['2026-09-12', '2026-10-01']);
  await put('task_dependencies', {
    task_id: id('poles'),
    after_id: id('lamps'),
    unit_id: place,
    lag_days: 2,
    linked_at_ms: 0,
  });
  await put('task_dependencies', {
    task_id: id('opening'),
    after_id: id('poles'),
    unit_id: place,
    lag_days: 0,
    linked_at_ms: 0,
  });
  await put('responsibilities', {
    ...{ id: id('duty'), unit_id: place, domain_key: 'civil_works', agency_id: id('charity'), role: 'partner' },
    ...{ note: say('responsibilities.note', 'چراغ می‌دهد'), from_on: '2026-04-01', declared_at_ms: 0 },
  });
  await put('targets', {
    ...{
      id: id('target'),
      unit_id: place,
      title_fa: say('targets.title_fa', 'گذرهای روشن'),
      indicator_id: id('indicator'),
    },
    ...{
      indicator_version: 1,
      baseline_value: 20,
      goal_value: 90,
      from_on: '2026-09-05',
      due_on: '2027-02-20',
      set_at_ms: 0,
    },
  });
  for (const [name, of, bytes] of [
    ['photo', 'works', 2000],
    ['quietPhoto', 'care', 2000],
    ['largePhoto', 'works', 500_000],
  ] as const)
    await put('evidence', {
      ...{ id: id(name), subject_kind: 'operation', subject_id: id(of), unit_id: place, kind: 'photo' },
      ...{ blob_key: `qom/evidence/${id(name)}`, content_type: 'image/jpeg', bytes, added_at_ms: 0 },
      ...{ added_by: id('manager'), note: say('evidence.note', 'پیش از نصب'), latitude: 34.6405, longitude: 50.8744 },
    });
  await put('facts', {
    ...{
      unit_id: place,
      county_id: id('county'),
      metric: 'operation.count@1',
      dims: 'status=done',
      period: '',
      value: 4,
    },
  });
};
