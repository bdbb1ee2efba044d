import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;

/** The processor time that the servers of a data folder have taken so far. Unit: milliseconds. Fails: where there is no /proc. */
export const processorMs = (data: string): number => {
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      if (Number(pid) === process.pid || !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data)) continue;
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It ended meanwhile.
    }
  return (ticks * 1_000) / TICKS_A_SECOND;
};

/** What a folder takes on the disk. Unit: megabytes. */
export const diskMb = (folder: string): number =>
  Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]) / 1_024;
