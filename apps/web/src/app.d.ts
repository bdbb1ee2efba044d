import type { ListLook, Locale } from '@mahalleh/ui';
import type { Fetcher } from '@cloudflare/workers-types';
import type { Flash } from '$lib/flash';
import type { Theme } from '$lib/preferences';

declare global {
  namespace App {
    interface Error {
      /** The sentence a reader sees. */
      message: string;
      /** The event id to give to support. */
      trace?: string;
      /** The stable reason, when the API gave one. */
      reason?: string;
    }
    interface Locals {
      locale: Locale;
      theme: Theme;
      density: ListLook['density'];
      requestId: string;
      /** `Set-Cookie` lines of the API, passed to the browser as they came. */
      apiCookies: string[];
      /** How many database requests the API made for this page so far. */
      databaseRequests: number;
    }
    interface PageData {
      locale: Locale;
      theme: Theme;
      lists: Omit<ListLook, 'action'>;
      flash?: Flash | undefined;
    }
    interface Platform {
      env: { API: Fetcher; ASSETS: Fetcher };
    }
  }
}

export {};
