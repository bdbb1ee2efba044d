import { elementsById, nameOf, type Fields, type FieldValue } from '@mahalleh/templates/document';
import { fieldsIn, isAlike, isPlaceOwn, partOf, unitsIn, WHEN } from '../merge/index.ts';
import type { FieldChange, OverlayElement, Standing } from '../upgrade-model.ts';
import { daysIn, type Local, type LocalState } from './local-state.ts';

const isOneOf = (names: readonly string[], among: readonly string[]): boolean =>
  names.some((name) => among.includes(name));

/** What was changed of an element that is in use here, field by field. */
const changesOf = ({ held, landed, now }: Local, base: Fields): FieldChange[] =>
  unitsIn(base, held.fields).flatMap((unit): FieldChange[] => {
    if (isPlaceOwn(unit)) return [];
    const isLocal = isOneOf(fieldsIn(unit, base, held.fields), held.locals);
    if (!isLocal && isAlike(base, held.fields, unit)) return [];
    const isDated = unit === WHEN;
    return [
      {
        field: unit,
        from: partOf(base, unit),
        to: isLocal ? null : partOf(held.fields, unit),
        fromDays: isDated ? (daysIn(landed) ?? null) : null,
        toDays: isDated ? (daysIn(now) ?? null) : null,
      },
    ];
  });

const standingOf = ({ held, row }: Local, changes: readonly FieldChange[]): Standing => {
  if (held.state === 'added') return 'added';
  if (held.state === 'left_out' || held.state === 'dropped') return held.state;
  if (row?.state === 'own') return 'own';
  return changes.length > 0 ? 'changed' : 'untouched';
};

/**
 * The elements of an adoption with what was made of each, in the order of the document: the one rule for what counts as
 * changed, given up and added, on every page and in every count.
 */
export const overlayOf = ({
  base,
  locals,
}: LocalState): { elements: OverlayElement[]; names: Record<string, string> } => {
  const was = elementsById(base);
  const all = elementsById([...base, ...locals.map(({ held }) => held)]);
  const elements = locals.flatMap((local): OverlayElement[] => {
    const { held, row, record } = local;
    const fields = was.get(held.id)?.fields;
    // What went with its version, and what the version has no more and was never in use, is no difference.
    if (held.state === 'gone' || (!fields && held.state !== 'here' && held.state !== 'added')) return [];
    const wasThere = row?.isJoined === 1 && row.state === 'landed';
    const isCompared = held.state === 'here' && fields !== undefined && !wasThere;
    const changes = isCompared ? changesOf(local, fields) : [];
    return [
      {
        ...{ id: held.id, kind: held.kind, name: nameOf(held, all), standing: standingOf(local, changes) },
        ...{ isJoined: wasThere, rowKey: record?.rowKey ?? null, changes },
        fields: held.state === 'added' ? held.fields : null,
      },
    ];
  });
  const shown = new Set(elements.flatMap(({ changes, fields }) => referredTo(changes, fields)));
  const names = [...all.values()].filter(({ id }) => shown.has(id)).map((of) => [of.id, nameOf(of, all)] as const);
  return { elements, names: Object.fromEntries(names) };
};

const referredTo = (changes: readonly FieldChange[], fields: Readonly<Record<string, FieldValue>> | null): string[] =>
  [...changes.flatMap(({ from, to }) => [from, to ?? {}]), fields ?? {}].flatMap((of) =>
    Object.entries(of).flatMap(([field, value]) =>
      /Refs?$/.test(field) && value !== null ? [value].flat().map(String) : [],
    ),
  );
