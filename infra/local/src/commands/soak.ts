import { runCommand } from '../fault.ts';
import { runScript } from '../run-script.ts';

/** `npm run soak -- NAME`: one long run under load or with servers killed, written to `.bench/`. */
await runCommand(() => runScript('soak', 'tests/bench/soak', '.soak.ts'));
