import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;

/** The processes that name a data folder on their command line, and not this one. */
const serversOf = (data: string): string[] =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data);
    } catch {
      // It ended meanwhile.
      return false;
    }
  });

/** The processor time that the servers of a data folder have taken so far. Unit: milliseconds. Fails: where there is no /proc. */
export const processorMs = (data: string): number => {
  let ticks = 0;
  for (const pid of serversOf(data))
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It ended meanwhile.
    }
  return (ticks * 1_000) / TICKS_A_SECOND;
};

/** How long threads of the servers were ready to run and had no processor, so far. Unit: milliseconds. */
export const waitedMs = (data: string): number => {
  let nanoseconds = 0;
  for (const pid of serversOf(data))
    try {
      for (const thread of readdirSync(`/proc/${pid}/task`))
        nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[1]);
    } catch {
      // It ended meanwhile.
    }
  return nanoseconds / 1e6;
};

/** What a folder takes on the disk. Unit: megabytes. */
export const diskMb = (folder: string): number =>
  Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]) / 1_024;
