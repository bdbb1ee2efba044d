import { noteEarly } from '$lib/form/typed-early';
import type { ClientInit, HandleClientError } from '@sveltejs/kit';

/** Before the page comes alive: what was typed meanwhile is noted. */
export const init: ClientInit = noteEarly;

/** What broke in the browser is shown calmly; the page's own reload is the way on. */
export const handleError: HandleClientError = ({ message }) => ({ message, reason: 'unexpected' });
