import { defineQuery } from '@mahalleh/gate';
import { cellReader, rootOf } from '../cells.ts';
import { placesOnPage, scopeOf } from '../duty-sql.ts';
import {
  askAbove,
  askActing,
  askBelow,
  askCount,
  askDomains,
  askDuties,
  askLedPlaces,
  askLines,
  askOpen,
  askOpenInAll,
  askPlaces,
  askScope,
  askWorkedOn,
} from '../matrix-asks.ts';
import { Matrix, ReadMatrix, type DomainHead } from '../model.ts';

const SIZE = 25;

/** Who does what: each neighbourhood of a unit by each domain, with who leads, who acts, what is open and what nobody has taken up. */
export const responsibilityMatrix = defineQuery({
  name: 'responsibility_matrix',
  permission: 'responsibility.read',
  input: ReadMatrix,
  output: Matrix,
  ask: (db, { unitId, q, page = 1, size = SIZE }) => {
    const scope = scopeOf(unitId);
    const places = placesOnPage(scope, q, page, size);
    return {
      scope: askScope(db, scope),
      above: askAbove(db, scope),
      below: askBelow(db, scope),
      total: askCount(db, scope, q),
      all: askCount(db, scope, undefined),
      openInAll: askOpenInAll(db, scope),
      led: askLedPlaces(db, scope),
      places: askPlaces(db, places),
      domains: askDomains(db),
      lines: askLines(db, places),
      duties: askDuties(db, places),
      open: askOpen(db, places),
      workedOn: askWorkedOn(db, places),
      acting: askActing(db, places),
    };
  },
  shape: (got, { page = 1, size = SIZE }) => {
    const cellAt = cellReader(got);
    const openIn = (root: string): number =>
      got.openInAll
        .filter(({ domainKey }) => rootOf(got.domains, domainKey) === root)
        .reduce((sum, { n }) => sum + n, 0);
    const unledIn = (root: string): number => {
      const declared = got.led.filter(({ domainKey }) => domainKey === root);
      return declared.some(({ n }) => n === null) ? 0 : got.all.n - (declared[0]?.n ?? 0);
    };
    const domains = got.domains
      .filter(({ key, parentKey, retiredAtMs }) => parentKey === null && (retiredAtMs === null || openIn(key) > 0))
      .map(({ key, titleFa, titleEn, isSensitive }): DomainHead => ({
        key,
        titleFa,
        titleEn,
        isSensitive: isSensitive === 1,
        open: openIn(key),
        unled: unledIn(key),
      }));
    return {
      scope: got.scope,
      above: got.above,
      below: got.below,
      domains,
      rows: got.places.map((place) => ({ ...place, cells: domains.map(({ key }) => cellAt(place.unitId, key)) })),
      total: got.total.n,
      page,
      size,
    };
  },
});
