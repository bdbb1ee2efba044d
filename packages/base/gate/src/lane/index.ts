export { addressOf, gatheredReader, readGatherer, remoteReader, type Fleet } from '../remote.ts';
export {
  atomicBatch,
  GroupUnclear,
  HttpRefusal,
  pipeline,
  saveGroup,
  type BatchOutcome,
  type BatchRequest,
  type GroupOutcome,
} from '../hrana.ts';
export { KeptStream } from '../kept-stream.ts';
export { tokenMint, type TokenMint } from '../tokens.ts';
export { WriteQueue, type QueuePorts } from './write-queue.ts';
