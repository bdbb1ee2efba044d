import * as z from 'zod';
import { latinDigits, normaliseText } from '@mahalleh/kernel';

/** The telephone of an office, with area code, or a short public number; never a mobile. Fails: `office_phone_malformed`. */
export const zOfficePhone = z
  .string({ error: 'office_phone_malformed' })
  .overwrite((typed) =>
    latinDigits(normaliseText(typed))
      .replace(/[\s().-]/g, '')
      .replace(/^(?:\+|00)98/, '0'),
  )
  .regex(/^(?:0[1-8]\d{5,9}|[1-9]\d{2,4})$/, { error: 'office_phone_malformed' });
