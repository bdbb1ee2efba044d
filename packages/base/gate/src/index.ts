export { inMyUnits, isMyAgency, isMyUnit, isTouched } from './actor-sql.ts';
export { many, maybe, one, type Answers, type Asked } from './asks.ts';
export { compile } from './handles.ts';
export { change, changeOf, guarded, guardedRows, type Change } from './changes.ts';
export {
  OLDEST_SCHEMA,
  type Blobs,
  type GatePorts,
  type HeldGrant,
  type NationContext,
  type PersonKeys,
  type ProvinceContext,
  type Someone,
  type WorkspaceContext,
} from './context.ts';
export { base64url, fromBase64url, hmac, hmacMatches, secretsFrom, sha256 } from './crypto.ts';
export {
  defineCommand,
  defineNationCommand,
  defineOpenCommand,
  defineWorkspaceCommand,
  type Command,
} from './define-command.ts';
export {
  defineNationQuery,
  defineOpenQuery,
  defineQuery,
  defineWorkspaceQuery,
  type Prepared,
  type Query,
  type QueryFacts,
} from './define-query.ts';
export { enterNation, enterProvince, NATION, sealSession, SESSION_COOKIE } from './doors.ts';
export type { Facts } from './facts.ts';
export type { ReadDb, WriteDb } from './handles.ts';
export { markOf, type Mark } from './marks.ts';
export {
  forgetReversals,
  NOW,
  REVERSIBLE_MS,
  reversingChanges,
  upkeepStatements,
  type ManyStep,
  type Reversal,
  type Step,
} from './reversal.ts';
export { openedTo } from './opened.ts';
export { keysOver, type SendToKeys } from './person-keys.ts';
export { parseInput } from './parse-input.ts';
export { runTogether, type Together } from './run-together.ts';
export type { Databases, Lane, Reader, ResultSet, SqlValue, Statement, WriteJob, WriteOutcome } from './statement.ts';
export { homesOf, nationalTable, provinceTable, workspaceTable, type Home } from './tables.ts';
