import * as z from 'zod';
import { latinDigits, normaliseText } from '@mahalleh/kernel';

/** A code in an official list: letters, digits, dots and hyphens; digits of any set; leading zeros kept. Fails: `official_code_malformed`. */
export const zOfficialCode = z
  .string({ error: 'official_code_malformed' })
  .overwrite((typed) => latinDigits(normaliseText(typed)))
  .regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,29}$/, { error: 'official_code_malformed' });
