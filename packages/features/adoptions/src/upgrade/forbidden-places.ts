import type { TemplateElement } from '@mahalleh/templates/document';
import type { StandingRow, LimitAnswers } from './ask-limits.ts';
import { forbid, type ChangedElement, type Forbidden, type Here } from './changed-elements.ts';

type Limits = Pick<LimitAnswers, 'domains' | 'standings'> & {
  readonly here: Here;
  readonly elements: ReadonlyMap<string, TemplateElement>;
};

/** Whether a problem or operation cannot come into that domain: it is nothing here, or no place and no photo may be there. */
const domainWhy = (ref: unknown, standing: StandingRow | undefined, { domains, here, elements }: Limits) => {
  const id = typeof ref === 'string' ? ref : '';
  const key = here(id);
  if (key === undefined) return undefined;
  const domain = domains.find((one) => one.key === key);
  if (key === null || (domain && domain.retiredAtMs !== null)) return 'needs';
  const isSensitive = domain ? domain.isSensitive === 1 : elements.get(id)?.fields['isSensitive'] === true;
  return isSensitive && standing?.isPlaced === 1 ? 'sensitive' : undefined;
};

/** What is forbidden of problems and operations: another domain that they cannot come into, the severity of what was triaged. */
export const forbiddenPlaces = (changes: readonly ChangedElement[], limits: Limits): Forbidden =>
  changes.flatMap((change): Forbidden => {
    const { kind, said, local } = change;
    if (kind !== 'problem' && kind !== 'operation') return [];
    const standing = limits.standings.find(({ id }) => id === local.record?.rowKey);
    // The domain of an operation is that of its problem, where it has one.
    const isOfProblem = kind === 'operation' && typeof local.now['problemRef'] === 'string';
    const why =
      Object.hasOwn(said, 'domainRef') && !isOfProblem ? domainWhy(said['domainRef'], standing, limits) : undefined;
    return [
      ...(why ? forbid(change, ['domainRef'], why) : []),
      ...(standing?.isTriaged === 1 ? forbid(change, ['severity'], 'triaged') : []),
    ];
  });
