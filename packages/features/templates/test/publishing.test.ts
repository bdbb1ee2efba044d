import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendTemplate } from '../src/commands/amend-template.ts';
import { discardTemplate } from '../src/commands/discard-template.ts';
import { draftTemplate } from '../src/commands/draft-template.ts';
import { refreshTemplate } from '../src/commands/refresh-template.ts';
import { submitTemplate } from '../src/commands/submit-template.ts';
import { canonicalText, digestOf, provinceSealHolds, type TemplateDocument } from '../src/document/index.ts';
import { submittedLetter } from '../src/letters/index.ts';
import { listTemplateDrafts } from '../src/queries/template-drafts.ts';
import { readTemplateDraft } from '../src/queries/template-draft.ts';
import { openLivingWorld } from './living-world.ts';

type World = Awaited<ReturnType<typeof openLivingWorld>>;

const draftOf = async ({ dg, ids }: World, templateId?: string) => {
  const { id } = await draftTemplate.run(dg, { unitId: ids.place, ...(templateId && { templateId }) });
  return id;
};
const read = ({ dg }: World, templateDraftId: string) => readTemplateDraft.run(dg, { templateDraftId });
const amend = async (world: World, templateDraftId: string, change: object) => {
  const { revision } = await read(world, templateDraftId);
  return amendTemplate.run(world.dg, { templateDraftId, revision, ...change });
};
/** Decides on everything that is found: what may stay stays, the rest is replaced. */
const decideAll = async (world: World, id: string) => {
  for (let left = 5; left > 0; left--) {
    const open = (await read(world, id)).findings.filter(({ isKept }) => !isKept);
    if (open.length === 0) return;
    await amend(world, id, {
      keep: open.filter(({ mayKeep }) => mayKeep).map(({ key }) => key),
      replace: open.filter(({ mayKeep }) => !mayKeep).map(({ key }) => key),
    });
  }
};
const submit = async (world: World, id: string) =>
  submitTemplate.run(world.dg, { templateDraftId: id, revision: (await read(world, id)).revision });
const sent = async ({ db }: World) => {
  const [row] = await db.sql('select body_json from letters_out order by rowid desc limit 1');
  const letter = submittedLetter.body.parse(JSON.parse(String(row?.['body_json'])));
  return { letter, document: JSON.parse(letter.document) as TemplateDocument };
};
const one = (elements: Awaited<ReturnType<typeof read>>['elements'], kind: string, name?: string) => {
  const found = elements.find((element) => element.kind === kind && (name === undefined || element.name === name));
  if (!found) throw new Error(`no ${kind} ${name ?? ''}`);
  return found;
};
const reasonOf = (run: Promise<unknown>) =>
  run.then(
    () => 'done',
    (cause: { reason: string }) => cause.reason,
  );

describe('a living neighbourhood as a draft', () => {
  let world: World;
  let id: string;
  beforeAll(async () => {
    world = await openLivingWorld();
    id = await draftOf(world);
  });
  afterAll(() => world.close());

  it('says roles in place of persons, kinds in place of names, and days in place of dates', async () => {
    const { elements } = await read(world, id);
    expect(
      elements
        .filter(({ kind }) => kind === 'role')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['امام جماعت مسجد', 'مدیر محله', 'همکار محله'].toSorted());
    expect(
      elements
        .filter(({ kind }) => kind === 'agency')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['شهرداری', 'سازمان مردم‌نهاد', 'سازمان مردم‌نهاد ۲'].toSorted());
    const capacity = one(elements, 'capacity');
    expect(capacity.name).toBe('مکان: عمران و زیرساخت');
    expect(capacity.fields['quantity']).toBe(2);
    const operations = elements.filter(({ kind }) => kind === 'operation');
    const [first, quiet, second] = operations;
    expect([first?.fields['startDays'], first?.fields['startAfterRef'], first?.fields['lastsDays']]).toEqual([
      0,
      null,
      35,
    ]);
    // It waits: a task of it waits for a task of the first, which is over three days before.
    expect([second?.fields['startDays'], second?.fields['startAfterRef']]).toEqual([2, first?.id]);
    expect(quiet).toMatchObject({ isSensitive: true, isLeftOut: true, isIncluded: false });
    const tasks = elements.filter(({ kind, fields }) => kind === 'task' && fields['operationRef'] === first?.id);
    expect(tasks.map(({ fields }) => [fields['startDays'], fields['lastsDays']])).toEqual([
      [0, 11],
      [2, 23],
    ]);
    expect(tasks[1]?.fields['startAfterRef']).toBe(tasks[0]?.id);
    expect(one(elements, 'target').fields['lastsDays']).toBeGreaterThan(100);
  });

  it('tells what was removed of each element, never in its words', async () => {
    const { elements } = await read(world, id);
    const operation = elements.find(({ kind, isIncluded }) => kind === 'operation' && isIncluded);
    expect(operation?.removed).toContainEqual({ field: 'startDays', what: 'date_to_days', n: 2 });
    expect(operation?.removed).toContainEqual({ field: null, what: 'place', n: 1 });
    expect(one(elements, 'role', 'امام جماعت مسجد').removed).toEqual([
      { field: 'titleFa', what: 'person_to_role', n: 1 },
    ]);
    expect(one(elements, 'committee').removed).toContainEqual({ field: null, what: 'holder', n: 1 });
    const harm = elements.find(({ kind, isSensitive }) => kind === 'problem' && isSensitive);
    expect(harm).toMatchObject({ isIncluded: true, fields: { description: null } });
    expect(harm?.removed).toContainEqual({ field: 'description', what: 'sensitive_words', n: 1 });
  });

  it('takes a task in with all that it needs, and leaves out with an operation what belongs to it', async () => {
    const before = await read(world, id);
    const task = before.elements.find(({ kind, isIncluded }) => kind === 'task' && !isIncluded);
    await amend(world, id, { takeIn: [task?.id] });
    const after = await read(world, id);
    const of = new Map(after.elements.map((element) => [element.id, element]));
    expect(of.get(task?.id ?? '')?.isIncluded).toBe(true);
    expect(of.get(String(task?.fields['operationRef']))?.isIncluded).toBe(true);
    await amend(world, id, { leaveOut: [String(task?.fields['operationRef'])] });
    expect((await read(world, id)).elements.find((element) => element.id === task?.id)?.isIncluded).toBe(false);
  });

  it('what was reworded survives another look at the neighbourhood, and what has changed there comes', async () => {
    const { elements } = await read(world, id);
    const operation = one(elements, 'operation', 'روشنایی گذرها');
    await amend(world, id, {
      reword: [{ elementId: operation.id, field: 'title', text: 'روشنایی گذرهای بن‌بست' }],
      add: [{ kind: 'lesson', title: 'با اهالی', text: 'پیش از نصب با اهالی گفت‌وگو کنید.' }],
    });
    await world.db.sql("update operations set goal = 'هیچ گذری تاریک نماند.', title = 'x' where id = ?", [
      world.ids.works,
    ]);
    const { revision } = await read(world, id);
    await refreshTemplate.run(world.dg, { templateDraftId: id, revision });
    const after = await read(world, id);
    const same = after.elements.find((element) => element.id === operation.id);
    expect(same?.fields).toMatchObject({ title: 'روشنایی گذرهای بن‌بست', goal: 'هیچ گذری تاریک نماند.' });
    expect(same?.edited).toEqual(['title']);
    expect(one(after.elements, 'lesson')).toMatchObject({ name: 'با اهالی', isByHand: true });
    expect(after.elements.map((element) => element.id).toSorted()).toEqual(
      [...elements.map((element) => element.id), one(after.elements, 'lesson').id].toSorted(),
    );
  });

  it('only what was written by hand is removed, and promises are of indicators alone', async () => {
    const { elements } = await read(world, id);
    const [lesson, role, indicator] = [one(elements, 'lesson'), one(elements, 'role'), one(elements, 'indicator')];
    expect(await reasonOf(amend(world, id, { remove: [role.id] }))).toBe('element_not_by_hand');
    expect(await reasonOf(amend(world, id, { promise: [{ elementId: role.id, expectedChange: 3 }] }))).toBe(
      'element_unknown',
    );
    await amend(world, id, {
      remove: [lesson.id],
      promise: [{ elementId: indicator.id, expectedChange: 30, expectedMonths: 6 }],
      add: [
        { kind: 'terms', title: 'شرح وظایف امام جماعت', text: 'پیگیری هفتگی', forRef: role.id },
        { kind: 'capacity', title: 'نردبان', capacityKind: 'equipment', quantity: 2 },
      ],
    });
    const after = await read(world, id);
    expect(after.elements.some((element) => element.id === lesson.id)).toBe(false);
    expect(one(after.elements, 'indicator').fields).toMatchObject({ expectedChange: 30, expectedMonths: 6 });
    expect(await reasonOf(amend(world, id, { add: [{ kind: 'terms', title: 'x', forRef: indicator.id }] }))).toBe(
      'element_unknown',
    );
  });

  it('a photo is attached once somebody has confirmed that nobody is recognisable; none of a sensitive domain, none that is large', async () => {
    const { photos } = await read(world, id);
    expect(photos.map(({ evidenceId, isTooLarge }) => [evidenceId, isTooLarge]).toSorted()).toEqual(
      [[world.ids.photo, false] as const, [world.ids.largePhoto, true] as const].toSorted(),
    );
    const photo = { evidenceId: world.ids.photo, title: 'پس از نصب' };
    expect(await reasonOf(amend(world, id, { attach: [{ ...photo, isNobodyRecognisable: false }] }))).toBe(
      'input_invalid',
    );
    for (const evidenceId of [world.ids.quietPhoto, world.ids.largePhoto])
      expect(await reasonOf(amend(world, id, { attach: [{ ...photo, evidenceId, isNobodyRecognisable: true }] }))).toBe(
        'photo_not_attachable',
      );
    await amend(world, id, { attach: [{ ...photo, isNobodyRecognisable: true }], results: ['operations_done'] });
    expect((await read(world, id)).photos.filter(({ isAttached }) => isAttached)).toHaveLength(1);
  });

  it('without a title, or with anything undecided, it is not submitted; the fields are named', async () => {
    const error: unknown = await submit(world, id).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ fields: expect.arrayContaining([{ field: 'title', reason: 'required' }]) });
    await amend(world, id, { title: 'الگوی گذرهای روشن', summary: 'از محله شیخ‌آباد قم', tags: ['روشنایی'] });
    expect(await reasonOf(submit(world, id))).toBe('template_findings_undecided');
  });

  it('is sealed and sent; then nothing of it changes', async () => {
    await decideAll(world, id);
    await submit(world, id);
    const { letter, document } = await sent(world);
    expect(letter.digest).toBe(await digestOf(letter.document));
    expect(canonicalText(document)).toBe(letter.document);
    expect(await provinceSealHolds(letter.seal, letter.digest)).toBe(true);
    expect(document.results).toMatchObject([{ metric: 'operation.count@1', of: 4, over: null }]);
    expect(document.attachments).toHaveLength(1);
    expect(document.previous).toBeNull();
    expect(await reasonOf(amend(world, id, { title: 'x' }))).toBe('template_submitted');
    const { revision } = await read(world, id);
    expect(await reasonOf(discardTemplate.run(world.dg, { templateDraftId: id, revision }))).toBe('template_submitted');
    const { rows } = await listTemplateDrafts.run(world.dg, {});
    expect(rows).toMatchObject([{ id, status: 'submitted', version: 1, title: 'الگوی گذرهای روشن' }]);
  });

  it('once signed, the next version has the ids, the words and the digest of the one before', async () => {
    const { letter, document } = await sent(world);
    await world.db.sql("update template_drafts set status = 'signed' where id = ?", [id]);
    await world.put('templates', {
      ...{ digest: letter.digest, template_id: letter.templateId, version: 1, province: 'qom', title: document.title },
      ...{
        summary: '',
        tags_json: '[]',
        setting: 'urban',
        size: 'medium',
        elements: 1,
        is_sample: 0,
        parts_json: '{}',
      },
      ...{
        domains_json: '[]',
        document_json: letter.document,
        seal_json: '{}',
        endorsement_json: '{}',
        arrival: 'letter',
      },
      signed_at_ms: 0,
    });
    const next = await draftOf(world, letter.templateId);
    expect(await reasonOf(draftOf(world, letter.templateId))).toBe('template_draft_open');
    const draft = await read(world, next);
    expect([draft.version, draft.title]).toEqual([2, document.title]);
    await decideAll(world, next);
    await submit(world, next);
    const { document: second } = await sent(world);
    expect(second.previous).toBe(letter.digest);
    expect(second.elements).toEqual(document.elements);
  });
});

describe('what is no draft', () => {
  it('of a county, or of a template of another province, none is begun', async () => {
    const world = await openLivingWorld();
    expect(await reasonOf(draftTemplate.run(world.dg, { unitId: world.ids.county }))).toBe('unit_unknown');
    expect(await reasonOf(draftOf(world, world.ids.photo))).toBe('template_not_own');
    const observer = await world.db.as({ role: 'observer', unitId: world.ids.province });
    expect(await reasonOf(draftTemplate.run(observer, { unitId: world.ids.place }))).toBe('not_permitted');
    world.close();
  });
});
