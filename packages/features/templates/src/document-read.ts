import type { DocumentRead, ElementRead } from './catalogue-model.ts';
import { elementsById, nameOf } from './document/element-name.ts';
import { partOf } from './document/parts-in.ts';
import { TemplateDocument, type TemplateElement } from './document/template-document.ts';

const KNOWN: ReadonlySet<string> = new Set(Object.keys(TemplateDocument.shape));

/** Elements with their part and what they are called. */
export const elementsRead = (elements: readonly TemplateElement[]): ElementRead[] => {
  const byId = elementsById(elements);
  return elements.map((element) => ({
    ...{ id: element.id, kind: element.kind, part: partOf(element.kind) },
    ...{ name: nameOf(element, byId), fields: element.fields as ElementRead['fields'] },
  }));
};

/** What a document says, as it is read on a page: without the bytes of its attachments. */
export const documentRead = (digest: string, document: TemplateDocument): DocumentRead => {
  const { templateId, version, previous, province, title, summary, changes, tags, setting, size, isSample } = document;
  return {
    ...{ templateId, version, digest, previous, province, title, summary, changes, tags, setting, size, isSample },
    elements: elementsRead(document.elements),
    results: document.results,
    credits: document.credits,
    attachments: document.attachments.map(({ data: _data, ...told }) => told),
    unread: Object.keys(document).filter((key) => !KNOWN.has(key)),
  };
};
