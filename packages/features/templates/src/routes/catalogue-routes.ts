import { get, post } from '@mahalleh/http';
import { importTemplate } from '../commands/import-template.ts';
import { withdrawTemplate } from '../commands/withdraw-template.ts';
import { compareTemplates } from '../queries/template-comparison.ts';
import { readAttachment } from '../queries/template-attachment.ts';
import { readTemplateFile } from '../queries/template-file.ts';
import { readTemplate } from '../queries/template.ts';
import { listTemplates } from '../queries/templates.ts';

const ID = '019aa5c2-7d10-7c3e-9a51-3f2b8c6d4e20';
const DIGEST = 'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0';
const ONE = { templateId: ID };
const NO_FILE = new TextEncoder().encode('{"format":"mahalleh-template-file"}');

/** Where templates are read, in a province as at the ministry. */
export const readingRoutes = [
  get('/templates', listTemplates, { example: { q: 'روشنایی' } }),
  get('/templates/{templateId}', readTemplate, { example: ONE }),
  get('/templates/{templateId}/file', readTemplateFile, { example: { ...ONE, version: 1 } }),
  get('/templates/{templateId}/attachment', readAttachment, { example: { ...ONE, version: 1, digest: DIGEST } }),
  get('/template-comparison', compareTemplates, { example: { one: ID, other: ID, otherVersion: 2 } }),
] as const;

/** Where the catalogue is reached, below a province. */
export const catalogueRoutes = [
  ...readingRoutes,
  post('/templates/import', importTemplate, { status: 201, body: 'bytes', example: { bytes: NO_FILE } }),
  post('/templates/{templateId}/withdraw', withdrawTemplate, {
    example: { ...ONE, version: 0, reason: 'شاخص‌ها باید بازبینی شود.' },
  }),
] as const;
