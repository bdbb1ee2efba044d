import * as z from 'zod';
import { MOST, zElementId } from '../document/template-document.ts';

/** One line of words. */
export const zLine = z.string().min(1).max(300);
/** One line of words, or none. */
export const zLineOrNone = z.string().min(1).max(300).nullable();
/** Words on many lines. */
export const zWords = z.string().min(1).max(MOST.text);
/** Words on many lines, or none. */
export const zWordsOrNone = z.string().min(1).max(MOST.text).nullable();
/** A yes or no. */
export const zFlagField = z.boolean();
/** The id of another element, or none. */
export const zRef = zElementId.nullable();
/** The id of another element that must be there. */
export const zMustRef = zElementId;
/** Ids of other elements. */
export const zRefs = z.array(zElementId).max(MOST.listItems);
/** Days from an anchor, before it when negative; calendar days. Unit: days. */
export const zDays = z.int().min(-3650).max(3650);
/** How long something lasts, its first and last day included; working days. Unit: days. */
export const zLasts = z.int().min(1).max(3650);
