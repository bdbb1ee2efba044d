export * from './ask-local.ts';
export * from './local-state.ts';
export { overlayOf } from './overlay-of.ts';
export { saidHere, type NamesHere } from './names-here.ts';
