/** An abort signal that fires on Ctrl-C, on SIGTERM, and when the process that started this one is gone. */
export function untilTold(): AbortSignal {
  const controller = new AbortController();
  const parent = process.ppid;
  const told = () => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, told);
  setInterval(() => {
    if (process.ppid !== parent) told();
  }, 300).unref();
  return controller.signal;
}
