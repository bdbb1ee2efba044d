export * from './schedule-change-rules.ts';
export * from './schedule-dates-rules.ts';
export * from './schedule-network-rules.ts';
export * from './schedule-plan-rules.ts';
