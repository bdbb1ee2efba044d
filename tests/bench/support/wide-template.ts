import { canonicalText, digestOf, type TemplateDocument, type TemplateElement } from '@mahalleh/templates/document';

const id = (n: number): string => `0a000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const LONG = 'شب‌ها در این کوچه‌ها رفت‌وآمد کم می‌شود و اهالی بارها گفته‌اند که چراغ‌ها کم‌نور یا خاموش است. '.repeat(3);
const DOMAINS = ['civil_works', 'education', 'sport', 'culture', 'employment'] as const;
const PROBLEMS = 120;
const OPERATIONS = 40;
const TASKS = 6;

/** A template of 500 elements that hang together: problems with causes, operations with tasks that wait for one another, duties, targets, words. */
export const wideTemplate = async () => {
  const elements: TemplateElement[] = [];
  const add = (kind: string, fields: TemplateElement['fields']): string => {
    const own = id(elements.length + 1);
    elements.push({ id: own, kind, fields });
    return own;
  };
  const domains = DOMAINS.map((key) =>
    add('domain', { titleFa: key, titleEn: key, nationalKey: key, isSensitive: false, parentRef: null }),
  );
  const role = add('role', { titleFa: 'مدیر محله', titleEn: null, office: 'neighbourhood_manager', duty: null });
  const agency = add('agency', { titleFa: 'شهرداری', titleEn: null, agencyKind: 'municipality' });
  for (const domainRef of domains) add('duty', { domainRef, agencyRef: agency, role: 'lead', note: null });
  const problems = Array.from({ length: PROBLEMS }, (_, i) =>
    add('problem', {
      ...{
        title: `کوچه‌های تاریک ${i}`,
        description: LONG,
        domainRef: domains[i % domains.length] ?? '',
        severity: (i % 5) + 1,
      },
      ...{ whys: ['چراغ کم است', 'کسی گزارش نمی‌دهد', 'راه گزارش را نمی‌دانند'], solution: 'چراغ تازه' },
    }),
  );
  for (let i = 0; i < OPERATIONS; i++) {
    const operation = add('operation', {
      ...{
        title: `روشنایی کوچه‌ها ${i}`,
        goal: LONG,
        measure: null,
        audience: null,
        domainRef: domains[i % domains.length] ?? '',
      },
      ...{ problemRef: problems[i] ?? null, agencyRef: agency, indicatorRef: null, capacityRefs: [] },
      ...{ startAfterRef: null, startDays: i, lastsDays: 20 },
    });
    let before: string | undefined;
    for (let j = 0; j < TASKS; j++) {
      const task = add('task', {
        ...{ title: `کار ${j}`, operationRef: operation, roleRef: role, agencyRef: agency, startAfterRef: null },
        ...{ startDays: j, lastsDays: 3, isMilestone: false },
      });
      if (before !== undefined && j < 2) add('link', { taskRef: task, afterRef: before, lagDays: 0 });
      before = task;
    }
  }
  for (let i = 0; i < 5; i++)
    add('target', {
      ...{ titleFa: `هدف ${i}`, titleEn: null, metricKey: null, metricDims: null, indicatorRef: null },
      ...{ baseline: 0, goal: 100, lastsDays: 200 },
    });
  while (elements.length < 500) add('lesson', { title: 'همسایه‌ها', text: LONG });
  const document: TemplateDocument = {
    ...{ format: 'mahalleh-template', formatVersion: 1, templateId: id(900_000), version: 1, previous: null },
    ...{ province: 'qom', title: 'الگوی پهن', summary: '', changes: '', tags: [], setting: 'urban', size: 'medium' },
    ...{ isSample: true, elements, results: [], credits: [], attachments: [] },
  };
  const text = canonicalText(document);
  return { document, text, digest: await digestOf(text), domains, role, agency, domainKeys: DOMAINS };
};
