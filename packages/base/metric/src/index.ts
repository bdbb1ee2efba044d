export * from './define-metric.ts';
export * from './figure.ts';
export * from './sql.ts';
