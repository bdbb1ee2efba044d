const MINUTE_MS = 60_000;

/** Wakes the minute sweep of every province, at once and then every minute, as a cron does on Cloudflare. Returns its end. */
export function startTicker(tickUrl: string, operatorToken: string, log: (line: string) => void): () => void {
  let isBusy = false;
  const tick = () => {
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
  };
  tick();
  const timer = setInterval(tick, MINUTE_MS);
  return () => clearInterval(timer);
}
