import type { HandleClientError } from '@sveltejs/kit';

/** What broke in the browser is shown calmly; the page's own reload is the way on. */
export const handleError: HandleClientError = ({ message }) => ({ message, reason: 'unexpected' });
