export { templateIntakes, templateProvinceIntakes } from './letters/index.ts';
