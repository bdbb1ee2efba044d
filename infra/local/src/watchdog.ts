const STANDSTILL_MS = 10_000;
const EVERY_MS = 1_000;

type LaneAge = { database: string; oldestInFlightMs: number; queued: number };

/** What the watchdog asks and what it does about it. */
export type WatchdogOptions = {
  operatorUrl: string;
  operatorToken: string;
  restartDatabaseServer: (database: string, standstillMs: number) => Promise<void>;
};

/** Restarts the database server when a lane's write has stood still for ten seconds. Returns its end. */
export function watchLanes({ operatorUrl, operatorToken, restartDatabaseServer }: WatchdogOptions): () => void {
  let isBusy = false;
  let quietUntil = 0;
  const look = async () => {
    const answer = await fetch(`${operatorUrl}/lanes`, {
      headers: { authorization: `Bearer ${operatorToken}` },
      signal: AbortSignal.timeout(5_000),
    });
    if (!answer.ok) return;
    const lanes = (await answer.json()) as LaneAge[];
    const stuck = lanes.find((lane) => lane.oldestInFlightMs > STANDSTILL_MS);
    if (!stuck || Date.now() < quietUntil) return;
    await restartDatabaseServer(stuck.database, stuck.oldestInFlightMs);
    quietUntil = Date.now() + STANDSTILL_MS;
  };
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    // An edge that is just restarting does not answer; the next second asks again.
    void look()
      .catch(() => undefined)
      .finally(() => (isBusy = false));
  }, EVERY_MS);
  return () => clearInterval(timer);
}
