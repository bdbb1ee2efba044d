import { formulaNames, parseFormula } from '@mahalleh/indicators/formula';
import type { FieldFault } from '@mahalleh/kernel';
import { inCircles } from './check-references.ts';
import { elementFault } from './faults.ts';
import type { TemplateDocument, TemplateElement } from './template-document.ts';

/**
 * What is wrong with the indicators' formulas: one that does not parse, one that reads an indicator which the document lacks, one
 * that leads back to itself, a key that two have. A metric of the product is looked up where the indicator lands, not here.
 */
export const checkFormulas = ({ elements }: Pick<TemplateDocument, 'elements'>): FieldFault[] => {
  const faults: FieldFault[] = [];
  const byKey = new Map<string, TemplateElement>();
  const reads = new Map<string, readonly string[]>();
  const indicators = elements.filter(({ kind }) => kind === 'indicator');
  for (const element of indicators) {
    const key = String(element.fields['key']);
    if (byKey.has(key)) faults.push(elementFault(element, 'key', 'template_key_twice', { key }));
    byKey.set(key, element);
  }
  for (const [key, element] of byKey) {
    const { formula } = element.fields;
    if (typeof formula !== 'string') continue;
    const read = parseFormula(formula);
    if ('fault' in read) {
      const { reason, at, params } = read.fault;
      faults.push(elementFault(element, 'formula', reason, { at, ...params }));
      continue;
    }
    const names = formulaNames(read.formula).indicators;
    for (const name of names)
      if (!byKey.has(name)) faults.push(elementFault(element, 'formula', 'template_formula_part_missing', { name }));
    reads.set(
      key,
      names.filter((name) => byKey.has(name)),
    );
  }
  for (const key of inCircles(reads)) {
    const element = byKey.get(key);
    if (element) faults.push(elementFault(element, 'formula', 'template_circle'));
  }
  return faults;
};
