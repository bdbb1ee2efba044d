export * from './civil-date.ts';
export * from './clock.ts';
export * from './date-text.ts';
export * from './holidays.ts';
export * from './jalali.ts';
export * from './period.ts';
export * from './spans.ts';
export * from './week.ts';
