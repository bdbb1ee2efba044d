export { checkpointTables, dueCheckpoints, takeCheckpoint, type CheckpointPorts } from './checkpoint.ts';
export { collectLetters, type CollectingPorts } from './collect.ts';
export { Courier, type CourierPorts, type StateLetter } from './courier.ts';
export { defineLetter, type LetterKind, type Published, type Receipt, type SealedLetter } from './define-letter.ts';
export { fieldsOf, lettersPage } from './letters-page.ts';
export { postLetter } from './outbox.ts';
export { takeIn, type Intake, type LaterLetter, type PostOfficePorts } from './post-office.ts';
export {
  makeSealKey,
  sealHolds,
  sealLetter,
  sealText,
  textSealHolds,
  unwrapSealKey,
  type SealKeyPair,
} from './seal.ts';
export { handOut, postToProvinces, waitingProbe, type HandingPorts } from './to-provinces.ts';
