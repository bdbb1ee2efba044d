export * from './real-days.ts';
