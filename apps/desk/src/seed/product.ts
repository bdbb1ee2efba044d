import { adoptionsRoutes } from '@mahalleh/adoptions/routes';
import type { NationContext, ProvinceContext } from '@mahalleh/gate';
import { operationsRoutes } from '@mahalleh/operations/routes';
import { templatesNationRoutes, templatesRoutes } from '@mahalleh/templates/routes';
import { Fault } from '../fault.ts';

type Act<Context> = { readonly name: string; run(context: Context, raw: unknown): Promise<unknown> };

const acts: readonly Act<ProvinceContext>[] = [...templatesRoutes, ...adoptionsRoutes, ...operationsRoutes].map(
  ({ act }) => act,
);
const ministryActs: readonly Act<NationContext>[] = templatesNationRoutes.map(({ act }) => act);

const through =
  <Context>(known: readonly Act<Context>[]) =>
  async <Answer = unknown>(who: Context, name: string, input: object): Promise<Answer> => {
    const act = known.find((one) => one.name === name);
    if (!act) throw new Fault(`The product has no ${name}.`);
    // What comes back has passed the act's own output schema, whose type whoever asks names.
    return (await act.run(who, input)) as Answer;
  };

/** Puts a command or a question of the product through in a province, by its name, as whoever stands there. Fails: as it does. */
export const inProvince = through(acts);
/** The same at the ministry. */
export const atMinistry = through(ministryActs);
