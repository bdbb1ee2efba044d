import { sql, type SQL } from 'drizzle-orm';
import type { Direction, Frequency, MeasureUnit, AimGroup, Population } from '../codes.ts';
import type { IndicatorDefinition } from '../model.ts';

/** An indicator as its columns come. */
export type DefinitionRow = {
  id: string;
  key: string;
  aim: AimGroup;
  titleFa: string;
  titleEn: string | null;
  ofFa: string | null;
  ofEn: string | null;
  unit: MeasureUnit;
  direction: Direction;
  frequency: Frequency;
  population: Population;
  addsUp: number;
  formula: string | null;
  version: number;
};

/** The columns of an indicator `x` with its version `v`, wherever it is shown. */
export const definitionColumns: SQL = sql.raw(
  'x.id, x.key, x.aim, x.title_fa as "titleFa", x.title_en as "titleEn", x.of_fa as "ofFa", x.of_en as "ofEn", v.unit, v.direction, x.frequency, x.population, x.adds_up as "addsUp", v.formula, x.version',
);

/** An indicator with the version that holds. */
export const definitionTables: SQL = sql.raw(
  'indicators x join indicator_versions v on v.indicator_id = x.id and v.version = x.version',
);

/** The five groups in their order, then the title. */
export const definitionOrder: SQL = sql.raw(
  "case x.aim when 'conditions' then 0 when 'culture' then 1 when 'welfare' then 2 when 'capital' then 3 else 4 end, x.title_folded, x.id",
);

/** The last period in which an indicator `x` was measured under its present definition. */
export const lastPeriodSql: SQL<string | null> = sql.raw(
  '(select max(m.period) from measurements m where m.indicator_id = x.id and m.version = x.version and m.struck_at_ms is null)',
) as SQL<string | null>;

/** A row as a definition. */
export const definitionOf = ({ addsUp, ...row }: DefinitionRow): IndicatorDefinition => ({
  id: row.id,
  key: row.key,
  aim: row.aim,
  titleFa: row.titleFa,
  titleEn: row.titleEn,
  ofFa: row.ofFa,
  ofEn: row.ofEn,
  unit: row.unit,
  direction: row.direction,
  frequency: row.frequency,
  population: row.population,
  addsUp: addsUp === 1,
  formula: row.formula,
  version: row.version,
});
