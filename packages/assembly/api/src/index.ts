export { createApi, type ApiPorts } from './api.ts';
