export { amendCapacity } from './commands/amend-capacity.ts';
export { registerCapacity } from './commands/register-capacity.ts';
export { withdrawCapacity } from './commands/withdraw-capacity.ts';
export { capacityList } from './queries/capacity-list.ts';
export { capacityPage } from './queries/capacity-page.ts';
export { capacityReasons } from './reasons.ts';
export { capacities } from './schema.ts';
