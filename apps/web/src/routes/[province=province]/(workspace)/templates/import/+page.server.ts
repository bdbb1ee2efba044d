import { importAction } from '$lib/templates/files';
import type { Actions } from './$types';

export const actions: Actions = { default: importAction };
