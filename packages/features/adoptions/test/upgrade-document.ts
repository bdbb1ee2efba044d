import type { TemplateDocument, TemplateElement } from '@mahalleh/templates/document';
import { elementId, sampleDocument, sampleElements } from '@mahalleh/templates/testing';

export { elementId } from '@mahalleh/templates/testing';

const TARGET: TemplateElement = {
  id: elementId(11),
  kind: 'target',
  fields: {
    ...{ titleFa: 'سی کوچه روشن', titleEn: null, metricKey: null, metricDims: null, indicatorRef: elementId(5) },
    ...{ baseline: 4, goal: 30, lastsDays: 60 },
  },
};
const DUTY: TemplateElement = {
  id: elementId(12),
  kind: 'duty',
  fields: { domainRef: elementId(1), agencyRef: elementId(4), role: 'lead', note: null },
};

/** The first version of the template of these tests. */
export const firstVersion = (over: Partial<TemplateDocument> = {}): TemplateDocument =>
  sampleDocument({ elements: [...sampleElements(), TARGET, DUTY], ...over });

/** A later version: elements changed by their number, left out, or added. */
export const laterVersion = (
  of: TemplateDocument,
  changes: Readonly<Record<number, TemplateElement['fields'] | null>>,
  added: readonly TemplateElement[] = [],
): TemplateDocument => ({
  ...of,
  version: of.version + 1,
  changes: 'آنچه نو است',
  elements: [
    ...of.elements.flatMap((element): TemplateElement[] => {
      const found = Object.entries(changes).find(([n]) => elementId(Number(n)) === element.id);
      if (!found) return [element];
      return found[1] === null ? [] : [{ ...element, fields: { ...element.fields, ...found[1] } }];
    }),
    ...added,
  ],
});
