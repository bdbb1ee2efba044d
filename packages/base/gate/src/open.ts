export { mintContext } from './context.ts';
