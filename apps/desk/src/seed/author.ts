import type { Role } from '@mahalleh/access';
import { newId, type ProvinceSlug } from '@mahalleh/kernel';
import type { Calendar } from './calendar.ts';
import { problemCode } from './codes.ts';
import { Draw } from './draw.ts';
import { inventName } from './names.ts';
import { emptySheet, type Sheet } from './sheet.ts';

/** A unit that the province has already. */
export type Ground = {
  readonly id: string;
  readonly kind: string;
  readonly nameFa: string;
  readonly code: string | null;
  readonly countyId: string | null;
};

/** Who writes the sample of one province: the sheet so far, the calendar, the draws, and the ground it stands on. */
export class Author {
  readonly slug: ProvinceSlug;
  readonly calendar: Calendar;
  readonly ground: readonly Ground[];
  readonly draw: Draw;
  readonly sheet: Sheet = emptySheet();
  #codes = 0;

  constructor(slug: ProvinceSlug, calendar: Calendar, ground: readonly Ground[]) {
    this.slug = slug;
    this.calendar = calendar;
    this.ground = ground;
    this.draw = new Draw(slug);
  }

  /** The province itself. Fails: Error when the ground has none. */
  get province(): Ground {
    return this.place('province');
  }

  /** The unit of that kind and name; without a name, the first of its kind. Fails: Error when there is none. */
  place(kind: string, nameFa?: string): Ground {
    const found = this.ground.find((unit) => unit.kind === kind && (nameFa === undefined || unit.nameFa === nameFa));
    if (!found) throw new Error(`${this.slug} has no ${kind} ${nameFa ?? ''}`);
    return found;
  }

  /** Invents a person. Shape: the id. */
  person(jobTitle: string): string {
    const id = newId();
    this.sheet.people.push({ id, fullName: inventName(this.draw), jobTitle: `${jobTitle} (نمونه)`, isSample: true });
    return id;
  }

  /** Gives a person a role and, with a name, an account of the sample. */
  account(personId: string, name: string, role: Role, unitId: string, agencyId: string | null = null): void {
    this.sheet.roles.push({ personId, role, unitId, agencyId });
    this.sheet.accounts.push({ personId, email: `${name}@${this.slug}.sample` });
  }

  /** The next tracking code. */
  code(): string {
    return problemCode(this.#codes++);
  }
}
