export * from './plane.ts';
export * from './typed-point.ts';
