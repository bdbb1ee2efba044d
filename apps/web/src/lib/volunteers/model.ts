import type { VolunteerCounts, VolunteerDetail, VolunteerItem, VolunteerList } from '@mahalleh/volunteers/model';

/** A page of volunteers. */
export type Volunteers = (typeof VolunteerList)['_output'];
/** One volunteer in a list. */
export type VolunteerRow = VolunteerItem;
/** One volunteer with everything on their page. */
export type Volunteer = VolunteerDetail;
/** How many volunteers can do what. */
export type SkillCounts = (typeof VolunteerCounts)['_output'];
