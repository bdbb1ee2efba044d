import { basesExchange } from '@mahalleh/agencies/exchange';
import { measurementsExchange } from '@mahalleh/indicators/exchange';
import { unitsExchange } from '@mahalleh/units/exchange';
import { peopleExchange } from './people-exchange.ts';
import { sealed, type Sealed } from './sealed.ts';

/** What can come in from a file. */
export const IMPORT_KINDS = ['units', 'bases', 'people', 'measurements'] as const;
/** A kind of import. */
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The declarations of the features, by kind. */
export const EXCHANGES: Readonly<Record<ImportKind, Sealed>> = {
  units: sealed(unitsExchange),
  bases: sealed(basesExchange),
  people: sealed(peopleExchange),
  measurements: sealed(measurementsExchange),
};
