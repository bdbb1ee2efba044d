import { runCommand } from '../fault.ts';
import { runScript } from '../run-script.ts';

/** `npm run bench -- NAME`: one measurement, printed and written to `.bench/`. */
await runCommand(() => runScript('bench', 'tests/bench', '.bench.ts'));
