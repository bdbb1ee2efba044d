import { NATIONAL_TABLES } from '$lib/ministry/tables';
import { m } from '$lib/paraglide/messages';
import { isFileKind, tableFile } from '$lib/sheets/files';
import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** What a national page shows, as a file: the same figures, from the same answer. */
export const GET: RequestHandler = async (event) => {
  const { table, kind } = event.params;
  const make = Object.hasOwn(NATIONAL_TABLES, table) ? NATIONAL_TABLES[table] : undefined;
  if (make === undefined || !isFileKind(kind))
    error(404, { message: m.shell_error_not_found_title(), reason: 'not_found', trace: event.locals.requestId });
  return tableFile(await make(event, event.locals.locale), kind, event.locals.locale);
};
