const MINUTE_MS = 60_000;

/** Wakes the minute sweep of every province, one at a time, as a cron does on Cloudflare. Returns its end. */
export function startTicker(tickUrl: string, operatorToken: string, log: (line: string) => void): () => void {
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    const headers = { authorization: `Bearer ${operatorToken}` };
    void fetch(`${tickUrl}/tick`, { method: 'POST', headers, signal: AbortSignal.timeout(MINUTE_MS - 5_000) })
      .then(async (answer) => {
        if (!answer.ok) log(`The minute sweep answered ${answer.status}.`);
        await answer.body?.cancel();
      })
      .catch((error: unknown) => log(`The minute sweep failed: ${error instanceof Error ? error.name : 'unknown'}.`))
      .finally(() => (isBusy = false));
  }, MINUTE_MS);
  return () => clearInterval(timer);
}
