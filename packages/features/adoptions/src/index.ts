export { adoptTemplate } from './commands/adopt-template.ts';
export { previewAdoption } from './queries/preview.ts';
