import type { Statement } from '@mahalleh/gate';

/** The statements that count every tally anew: after a table was filled while its triggers were away. */
export const retallySql: readonly Statement[] = [
  { sql: 'delete from problem_open', args: [] },
  { sql: 'delete from problem_tallies', args: [] },
  {
    sql: "insert into problem_tallies (unit_id, standing, domain_key, severity, n) select c.ancestor_id, p.standing, p.domain_key, p.severity, sum(p.n) from (select unit_id, iif(status = 'solved' and confirmed_at_ms is null, 'awaiting', status) as standing, domain_key, severity, count(*) as n from problems where discarded_at_ms is null group by 1, 2, 3, 4) p join unit_closure c on c.unit_id = p.unit_id group by 1, 2, 3, 4",
    args: [],
  },
];
