import type { Intake } from '@mahalleh/border';
import { reportIntakes, reportProvinceIntakes } from '@mahalleh/reports';
import { rollupIntakes } from '@mahalleh/rollups';

/** How the nation takes in each kind of letter from a province. */
export const nationIntakes: readonly Intake[] = [...rollupIntakes, ...reportIntakes];

/** How a province takes in each kind of letter from the nation. */
export const provinceIntakes: readonly Intake[] = [...reportProvinceIntakes];
