export * from './amend-draft.ts';
export * from './carry-over.ts';
export * from './compose-document.ts';
export * from './draft-findings.ts';
export * from './draft-state.ts';
export * from './included.ts';
export * from './signed-media.ts';
export * from './submission-rules.ts';
