import { defineQuery } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { askLocal, localState, overlayOf } from '../local/index.ts';
import { OverlayRead, ReadByAdoption, STANDINGS, type Standing } from '../upgrade-model.ts';

/** What was made of a template in one neighbourhood: every element untouched, changed, given up or added, in one request. */
export const readOverlay = defineQuery({
  name: 'adoption_overlay',
  permission: 'adoption.read',
  input: ReadByAdoption,
  output: OverlayRead,
  ask: (db, { adoptionId }) => askLocal(db, sql`${adoptionId}`),
  shape: (answers) => {
    const { adoption } = answers;
    const { elements, names } = overlayOf(localState(answers));
    const count = (standing: Standing) => elements.filter((element) => element.standing === standing).length;
    return {
      ...{ adoptionId: adoption.id, templateId: adoption.templateId, version: adoption.version, title: adoption.title },
      ...{ unitId: adoption.unitId, unitName: adoption.unitName, elements, names },
      counts: Object.fromEntries(STANDINGS.map((standing) => [standing, count(standing)])) as Record<Standing, number>,
    };
  },
});
