export * from './cells-part.ts';
export * from './define-metric.ts';
export * from './define-people.ts';
export * from './figure.ts';
export * from './people-figure.ts';
export * from './sql.ts';
