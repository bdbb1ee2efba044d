export { catchUpTemplates, keepSigned, templateIntakes, templateProvinceIntakes } from './letters/index.ts';
export { askMaybeTemplate, askTemplate, documentIn, ENDING_OF, shownVersion, type SignedRow } from './template-sql.ts';
