import { createServer } from 'node:net';
import { Fault } from './fault.ts';

const tryListen = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port, host: '127.0.0.1' }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });

/** A loopback port that was free a moment ago. */
export const freePort = (): Promise<number> => tryListen(0);

/** Passes when the port can be listened on. Fails: with a sentence that names the port and what to do. */
export async function assertPortFree(port: number): Promise<void> {
  try {
    await tryListen(port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EACCES')
      throw new Fault(`Port ${port} needs rights this user does not have; choose another with --port.`);
    if (code === 'EADDRINUSE') throw new Fault(`Port ${port} is taken by another program; choose another with --port.`);
    throw error;
  }
}
