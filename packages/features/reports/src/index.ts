export { closeUpkeep } from './close-period.ts';
export { reportIntakes } from './letters/intakes.ts';
export { reportProvinceIntakes } from './letters/province-intakes.ts';
export { reportLetters } from './letters/kinds.ts';
