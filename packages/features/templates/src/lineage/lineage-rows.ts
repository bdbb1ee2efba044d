import type { Credit } from '../document/template-document.ts';
import type { OverlayCounts } from '../letters/letter-bodies.ts';
import type { ProposalOutcome, TemplateEnding } from '../statuses.ts';
import type { LineageRead } from './lineage-model.ts';

/** A version as it is stored. */
export type VersionRow = {
  readonly version: number;
  readonly digest: string;
  readonly previous: string | null;
  readonly province: string;
  readonly title: string;
  readonly changes: string;
  readonly elements: number;
  readonly isSample: number;
  readonly signedAtMs: number;
  readonly ending: TemplateEnding | null;
  readonly creditsJson: string;
};
/** Adopters of a version in a county as they are stored. */
export type AdopterRow = {
  readonly province: string;
  readonly county: string;
  readonly nameFa: string | null;
  readonly nameEn: string | null;
  readonly version: number;
  readonly adoptions: number;
  readonly overlayJson: string;
  readonly asOfMs: number;
};
/** A proposal as it is stored. */
export type ProposalRow = {
  readonly id: string;
  readonly province: string;
  readonly version: number;
  readonly changes: number;
  readonly outcome: ProposalOutcome | null;
  readonly taken: number;
  readonly atMs: number;
};
/** Another template with elements of this one. `firstAtMs`: when its first version was signed. */
export type RelativeRow = {
  readonly templateId: string;
  readonly title: string;
  readonly province: string;
  readonly elements: number;
  readonly firstAtMs: number;
};

const summed = (overlays: readonly OverlayCounts[]): OverlayCounts => {
  const sum = (part: 'landed' | 'changed' | 'dropped' | 'added'): number =>
    overlays.reduce((total, one) => total + one[part], 0);
  const kinds = new Map<string, number>();
  for (const { changedByKind } of overlays)
    for (const [kind, n] of Object.entries(changedByKind)) kinds.set(kind, (kinds.get(kind) ?? 0) + n);
  return {
    ...{ landed: sum('landed'), changed: sum('changed'), dropped: sum('dropped'), added: sum('added') },
    changedByKind: Object.fromEntries([...kinds].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))),
  };
};

const creditsOf = (creditsJson: string) =>
  (JSON.parse(creditsJson) as Credit[]).map(({ province, elementIds }) => ({ province, elements: elementIds.length }));

/** The latest version that stands; of those that all ended, the last. */
const latestOf = (versions: readonly VersionRow[]): number =>
  Math.max(
    ...(versions.some(({ ending }) => ending === null)
      ? versions.filter(({ ending }) => ending === null)
      : versions
    ).map(({ version }) => version),
  );

const adoptionsIn = (rows: readonly { adoptions: number }[]): number =>
  rows.reduce((sum, { adoptions }) => sum + adoptions, 0);

/** What was stored of a template, as one reading: `workspace` is whose reading it is. */
export const lineageOf = (
  templateId: string,
  rows: {
    readonly versions: readonly VersionRow[];
    readonly adopters: readonly AdopterRow[];
    readonly proposals: readonly ProposalRow[];
    readonly relatives: readonly RelativeRow[];
  },
  workspace: string,
): LineageRead | undefined => {
  const versions = rows.versions.toSorted((a, b) => a.version - b.version);
  const last = versions.at(-1);
  const [first] = versions;
  if (!first || !last) return undefined;
  const latest = latestOf(versions);
  const byDigest = new Map(versions.map(({ digest, version }) => [digest, version]));
  const using = rows.adopters.filter(({ adoptions }) => adoptions > 0);
  const adopters = using.map(({ overlayJson, ...row }) => ({
    ...row,
    isBehind: row.version < latest,
    overlay: JSON.parse(overlayJson) as OverlayCounts,
  }));
  const relative = ({ firstAtMs: _at, ...row }: RelativeRow) => row;
  return {
    ...{ templateId, latest, adopters, title: last.title, province: last.province },
    isOwn: last.province === workspace,
    isSample: last.isSample === 1,
    versions: versions.map(({ previous, creditsJson, isSample: _is, title: _title, province: _of, ...row }) => ({
      ...row,
      after: previous === null ? null : (byDigest.get(previous) ?? null),
      adoptions: adoptionsIn(using.filter(({ version }) => version === row.version)),
      credits: creditsOf(creditsJson),
    })),
    totals: {
      adoptions: adoptionsIn(adopters),
      provinces: new Set(adopters.map(({ province }) => province)).size,
      counties: new Set(adopters.map(({ province, county }) => `${province} ${county}`)).size,
      behind: adoptionsIn(adopters.filter(({ isBehind }) => isBehind)),
      overlay: summed(adopters.map(({ overlay }) => overlay)),
    },
    proposals: [...rows.proposals],
    // Who was signed first was not made from who came after.
    madeFrom: rows.relatives.filter(({ firstAtMs }) => firstAtMs < first.signedAtMs).map(relative),
    madeOfIt: rows.relatives.filter(({ firstAtMs }) => firstAtMs >= first.signedAtMs).map(relative),
  };
};
