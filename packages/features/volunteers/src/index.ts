export { amendVolunteer } from './commands/amend-volunteer.ts';
export { enrolVolunteer } from './commands/enrol-volunteer.ts';
export { withdrawVolunteer } from './commands/withdraw-volunteer.ts';
export { eraseAgain, finishErasures, goneKeyIds } from './erasure.ts';
export { sealedVolunteer, type NewVolunteer } from './planting.ts';
export { volunteerCounts } from './queries/volunteer-counts.ts';
export { volunteerList } from './queries/volunteer-list.ts';
export { volunteerPage } from './queries/volunteer-page.ts';
export { openField, sealField } from './sealing.ts';
