export * from './row-forms.ts';
