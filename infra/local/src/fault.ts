/** A failure that is told to the operator in one plain sentence, without a stack. */
export class Fault extends Error {}

/** Runs a command's body: a fault ends it with its sentence and exit code 1, anything else with its stack. */
export async function runCommand(body: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(
      `${error instanceof Fault ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
    );
  }
}
