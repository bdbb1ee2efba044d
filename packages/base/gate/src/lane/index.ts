export { addressOf, gatheredReader, readGatherer, remoteReader, type Fleet } from '../remote.ts';
export { atomicBatch, HttpRefusal, pipeline, type BatchOutcome, type BatchRequest } from '../hrana.ts';
export { tokenMint, type TokenMint } from '../tokens.ts';
export { WriteQueue, type QueuePorts } from './write-queue.ts';
