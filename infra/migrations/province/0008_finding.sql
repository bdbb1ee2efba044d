create table search_places (n integer primary key, unit_id text not null unique, moved integer not null default 0)
--> statement-breakpoint
create index search_places_moved on search_places (n) where moved = 1
--> statement-breakpoint
create table search_docs (n integer primary key, kind text not null, ref text not null unique, unit_id text, code text, text text not null, places text not null, is_read integer not null default 0)
--> statement-breakpoint
create index search_docs_by_unit on search_docs (unit_id)
--> statement-breakpoint
create index search_docs_unread on search_docs (n) where is_read = 0
--> statement-breakpoint
create virtual table search_index using fts5(text, places, content=search_docs, content_rowid=n, detail=column, prefix=2, prefix=3, prefix=4)
--> statement-breakpoint
insert into search_index (search_index, rank) values ('secure-delete', 1)
--> statement-breakpoint
create table search_words (word text primary key not null, docs integer not null, is_spread integer not null default 0) without rowid
--> statement-breakpoint
create index search_words_new on search_words (word) where is_spread = 0
--> statement-breakpoint
create table search_deletes (variant text not null, word text not null, at integer not null, primary key (variant, word, at)) without rowid
--> statement-breakpoint
create index search_deletes_by_word on search_deletes (word)
--> statement-breakpoint
create table saved_views (id text primary key not null, list text not null, name text not null, owner_id text not null references people (id), unit_id text references units (id), query text not null, columns_json text, density text, saved_at_ms integer not null, dropped_at_ms integer, revision integer not null default 1)
--> statement-breakpoint
create index saved_views_by_owner on saved_views (owner_id, list)
--> statement-breakpoint
create index saved_views_by_unit on saved_views (unit_id, list) where unit_id is not null
--> statement-breakpoint
create table search_folds (n integer primary key, written text not null, folded text not null)
--> statement-breakpoint
insert into search_folds (written, folded) values (char(8204), ''), (char(8205), ''), (char(1600), ''), (char(1552), ''), (char(1553), ''), (char(1554), ''), (char(1555), ''), (char(1556), ''), (char(1557), ''), (char(1558), ''), (char(1559), ''), (char(1560), ''), (char(1561), ''), (char(1562), ''), (char(1611), ''), (char(1612), ''), (char(1613), ''), (char(1614), ''), (char(1615), ''), (char(1616), ''), (char(1617), ''), (char(1618), ''), (char(1619), ''), (char(1620), ''), (char(1621), ''), (char(1622), ''), (char(1623), ''), (char(1624), ''), (char(1625), ''), (char(1626), ''), (char(1627), ''), (char(1628), ''), (char(1629), ''), (char(1630), ''), (char(1631), ''), (char(1648), ''), (char(1750), ''), (char(1751), ''), (char(1752), ''), (char(1753), ''), (char(1754), ''), (char(1755), ''), (char(1756), ''), (char(1759), ''), (char(1760), ''), (char(1761), ''), (char(1762), ''), (char(1763), ''), (char(1764), ''), (char(1765), ''), (char(1766), ''), (char(1767), ''), (char(1768), ''), (char(1770), ''), (char(1771), ''), (char(1772), ''), (char(1773), ''), (char(1776), '0'), (char(1777), '1'), (char(1778), '2'), (char(1779), '3'), (char(1780), '4'), (char(1781), '5'), (char(1782), '6'), (char(1783), '7'), (char(1784), '8'), (char(1785), '9'), (char(1632), '0'), (char(1633), '1'), (char(1634), '2'), (char(1635), '3'), (char(1636), '4'), (char(1637), '5'), (char(1638), '6'), (char(1639), '7'), (char(1640), '8'), (char(1641), '9'), (char(1571), char(1575)), (char(1573), char(1575)), (char(1570), char(1575)), (char(1649), char(1575)), (char(1728), char(1607)), (char(1577), char(1607)), (char(1726), char(1607)), (char(1729), char(1607)), (char(1749), char(1607)), (char(1572), char(1608)), (char(1574), char(1740))
--> statement-breakpoint
create table search_labels (key text primary key not null, words text not null) without rowid
--> statement-breakpoint
insert into search_labels (key, words) values ('province_steering', char(1588, 1608, 1585, 1575, 1740, 32, 1585, 1575, 1607, 1576, 1585, 1740, 32, 1575, 1587, 1578, 1575, 1606)), ('county_steering', char(1588, 1608, 1585, 1575, 1740, 32, 1585, 1575, 1607, 1576, 1585, 1740, 32, 1588, 1607, 1585, 1587, 1578, 1575, 1606)), ('neighbourhood_progress', char(1588, 1608, 1585, 1575, 1740, 32, 1662, 1740, 1588, 1585, 1601, 1578, 32, 1605, 1581, 1604, 1607))
--> statement-breakpoint
create view search_scopes (unit_id, tokens) as select s.unit_id, ' o' || s.n || ' u' || s.n || coalesce((select group_concat(' u' || a.n, '') from unit_closure c join search_places a on a.unit_id = c.ancestor_id where c.unit_id = s.unit_id and c.ancestor_id <> s.unit_id), '') from search_places s
--> statement-breakpoint
create view search_doc_words (n, word) as select d.n, trim(j.value, '()[]{}.,:;!?*/\"-' || char(39, 171, 187, 1548, 1563, 1567, 1642, 8211, 8212, 8230)) from search_docs d join json_each('[' || replace(json_quote(d.text), ' ', '","') || ']') j where j.value is not d.code
--> statement-breakpoint
create view search_feed (kind, ref, unit_id, code, folded, written, gone) as select kind, ref, unit_id, code, text, text, null from search_docs
--> statement-breakpoint
create trigger search_feed_in instead of insert on search_feed begin insert into search_docs (kind, ref, unit_id, code, text, places) select new.kind, new.ref, new.unit_id, lower(new.code), iif(new.gone is null, trim(coalesce(new.folded, '') || coalesce(' ' || (with recursive f(i, t) as (select 0, lower(new.written) where new.written is not null union all select i + 1, replace(t, s.written, s.folded) from f join search_folds s on s.n = i + 1) select t from f order by i desc limit 1), '') || coalesce(' ' || lower(new.code), '')), ''), iif(new.gone is null, 'k' || new.kind || coalesce((select tokens from search_scopes where unit_id = new.unit_id), ' all'), '') where true on conflict (ref) do update set kind = excluded.kind, unit_id = excluded.unit_id, code = excluded.code, text = excluded.text, places = excluded.places, is_read = 0; end
--> statement-breakpoint
create trigger search_docs_insert after insert on search_docs begin insert into search_index (rowid, text, places) values (new.n, new.text, new.places); end
--> statement-breakpoint
create trigger search_docs_forget before update of text on search_docs when old.text <> new.text begin delete from search_words where word in (select word from search_doc_words where n = old.n) and not exists (select 1 from search_index where search_index match 'text : "' || word || '"' and rowid <> old.n); delete from search_deletes where word in (select word from search_doc_words where n = old.n) and word not in (select word from search_words); end
--> statement-breakpoint
create trigger search_docs_update after update of text, places on search_docs when old.text <> new.text or old.places <> new.places begin insert into search_index (search_index, rowid, text, places) values ('delete', old.n, old.text, old.places); insert into search_index (rowid, text, places) values (new.n, new.text, new.places); end
--> statement-breakpoint
create trigger search_docs_delete before delete on search_docs begin delete from search_words where word in (select word from search_doc_words where n = old.n) and not exists (select 1 from search_index where search_index match 'text : "' || word || '"' and rowid <> old.n); delete from search_deletes where word in (select word from search_doc_words where n = old.n) and word not in (select word from search_words); insert into search_index (search_index, rowid, text, places) values ('delete', old.n, old.text, old.places); end
--> statement-breakpoint
create trigger search_places_insert after insert on unit_closure begin insert into search_places (unit_id, moved) values (new.unit_id, 1) on conflict (unit_id) do update set moved = 1; end
--> statement-breakpoint
create trigger search_places_delete after delete on unit_closure begin update search_places set moved = 1 where unit_id = old.unit_id; end
--> statement-breakpoint
create trigger units_found_insert after insert on units begin insert or ignore into search_places (unit_id) values (new.id); insert into search_feed values (iif(new.kind in ('neighbourhood', 'village'), 'neighbourhood', 'unit'), new.id, new.id, new.official_code, new.name_folded, null, new.ended_on); end
--> statement-breakpoint
create trigger units_found_update after update of kind, name_folded, official_code, ended_on on units begin insert into search_feed values (iif(new.kind in ('neighbourhood', 'village'), 'neighbourhood', 'unit'), new.id, new.id, new.official_code, new.name_folded, null, new.ended_on); insert into search_feed select 'council', c.id, c.unit_id, null, (select u.name_folded || ' ' || l.words from units u join search_labels l on l.key = c.kind where u.id = c.unit_id), null, c.dissolved_on from councils c where c.unit_id = new.id; end
--> statement-breakpoint
create trigger problems_found_insert after insert on problems begin insert into search_feed values ('problem', new.id, new.unit_id, new.code, new.title_folded, null, new.discarded_at_ms); end
--> statement-breakpoint
create trigger problems_found_update after update of title_folded, unit_id, discarded_at_ms on problems begin insert into search_feed values ('problem', new.id, new.unit_id, new.code, new.title_folded, null, new.discarded_at_ms); end
--> statement-breakpoint
create trigger operations_found_insert after insert on operations begin insert into search_feed values ('operation', new.id, new.unit_id, new.code, new.title_folded, null, null); end
--> statement-breakpoint
create trigger operations_found_update after update of title_folded, unit_id on operations begin insert into search_feed values ('operation', new.id, new.unit_id, new.code, new.title_folded, null, null); end
--> statement-breakpoint
create trigger tasks_found_insert after insert on tasks begin insert into search_feed values ('task', new.id, new.unit_id, null, null, new.title, null); end
--> statement-breakpoint
create trigger tasks_found_update after update of title, unit_id on tasks begin insert into search_feed values ('task', new.id, new.unit_id, null, null, new.title, null); end
--> statement-breakpoint
create trigger capacities_found_insert after insert on capacities begin insert into search_feed values ('capacity', new.id, new.unit_id, null, new.name_folded, null, new.withdrawn_at_ms); end
--> statement-breakpoint
create trigger capacities_found_update after update of name_folded, unit_id, withdrawn_at_ms on capacities begin insert into search_feed values ('capacity', new.id, new.unit_id, null, new.name_folded, null, new.withdrawn_at_ms); end
--> statement-breakpoint
create trigger agencies_found_insert after insert on agencies begin insert into search_feed values ('agency', new.id, new.unit_id, null, new.name_folded, null, new.retired_at_ms); end
--> statement-breakpoint
create trigger agencies_found_update after update of name_folded, unit_id, retired_at_ms on agencies begin insert into search_feed values ('agency', new.id, new.unit_id, null, new.name_folded, null, new.retired_at_ms); end
--> statement-breakpoint
create trigger bases_found_insert after insert on bases begin insert into search_feed values ('base', new.id, new.unit_id, new.official_code, new.name_folded, null, new.retired_at_ms); end
--> statement-breakpoint
create trigger bases_found_update after update of name_folded, unit_id, official_code, retired_at_ms on bases begin insert into search_feed values ('base', new.id, new.unit_id, new.official_code, new.name_folded, null, new.retired_at_ms); end
--> statement-breakpoint
create trigger councils_found_insert after insert on councils begin insert into search_feed values ('council', new.id, new.unit_id, null, (select u.name_folded || ' ' || l.words from units u join search_labels l on l.key = new.kind where u.id = new.unit_id), null, new.dissolved_on); end
--> statement-breakpoint
create trigger councils_found_update after update of unit_id, dissolved_on on councils begin insert into search_feed values ('council', new.id, new.unit_id, null, (select u.name_folded || ' ' || l.words from units u join search_labels l on l.key = new.kind where u.id = new.unit_id), null, new.dissolved_on); end
--> statement-breakpoint
create trigger targets_found_insert after insert on targets begin insert into search_feed values ('target', new.id, new.unit_id, null, null, new.title_fa || ' ' || coalesce(new.title_en, ''), new.dropped_at_ms); end
--> statement-breakpoint
create trigger targets_found_update after update of title_fa, title_en, unit_id, dropped_at_ms on targets begin insert into search_feed values ('target', new.id, new.unit_id, null, null, new.title_fa || ' ' || coalesce(new.title_en, ''), new.dropped_at_ms); end
--> statement-breakpoint
create trigger indicators_found_insert after insert on indicators begin insert into search_feed values ('indicator', new.id, null, new.key, new.title_folded, null, new.retired_at_ms); end
--> statement-breakpoint
create trigger indicators_found_update after update of title_folded, key, retired_at_ms on indicators begin insert into search_feed values ('indicator', new.id, null, new.key, new.title_folded, null, new.retired_at_ms); end
--> statement-breakpoint
create trigger units_found_delete after delete on units begin delete from search_docs where ref = old.id; end
--> statement-breakpoint
create trigger problems_found_delete after delete on problems begin delete from search_docs where ref = old.id; end
--> statement-breakpoint
create trigger operations_found_delete after delete on operations begin delete from search_docs where ref = old.id; end
--> statement-breakpoint
create trigger tasks_found_delete after delete on tasks begin delete from search_docs where ref = old.id; end
--> statement-breakpoint
create trigger capacities_found_delete after delete on capacities begin delete from search_docs where ref = old.id; end
--> statement-breakpoint
create trigger agencies_found_delete after delete on agencies begin delete from search_docs where ref = old.id; end
--> statement-breakpoint
create trigger bases_found_delete after delete on bases begin delete from search_docs where ref = old.id; end
--> statement-breakpoint
create trigger councils_found_delete after delete on councils begin delete from search_docs where ref = old.id; end
--> statement-breakpoint
create trigger targets_found_delete after delete on targets begin delete from search_docs where ref = old.id; end
--> statement-breakpoint
create trigger indicators_found_delete after delete on indicators begin delete from search_docs where ref = old.id; end
--> statement-breakpoint
insert into search_places (unit_id) select id from units order by registered_at_ms
--> statement-breakpoint
insert into search_feed select iif(t.kind in ('neighbourhood', 'village'), 'neighbourhood', 'unit'), t.id, t.id, t.official_code, t.name_folded, null, t.ended_on from units t
--> statement-breakpoint
insert into search_feed select 'problem', t.id, t.unit_id, t.code, t.title_folded, null, t.discarded_at_ms from problems t order by t.registered_at_ms
--> statement-breakpoint
insert into search_feed select 'operation', t.id, t.unit_id, t.code, t.title_folded, null, null from operations t
--> statement-breakpoint
insert into search_feed select 'task', t.id, t.unit_id, null, null, t.title, null from tasks t
--> statement-breakpoint
insert into search_feed select 'capacity', t.id, t.unit_id, null, t.name_folded, null, t.withdrawn_at_ms from capacities t
--> statement-breakpoint
insert into search_feed select 'agency', t.id, t.unit_id, null, t.name_folded, null, t.retired_at_ms from agencies t
--> statement-breakpoint
insert into search_feed select 'base', t.id, t.unit_id, t.official_code, t.name_folded, null, t.retired_at_ms from bases t
--> statement-breakpoint
insert into search_feed select 'council', t.id, t.unit_id, null, (select u.name_folded || ' ' || l.words from units u join search_labels l on l.key = t.kind where u.id = t.unit_id), null, t.dissolved_on from councils t
--> statement-breakpoint
insert into search_feed select 'target', t.id, t.unit_id, null, null, t.title_fa || ' ' || coalesce(t.title_en, ''), t.dropped_at_ms from targets t
--> statement-breakpoint
insert into search_feed select 'indicator', t.id, null, t.key, t.title_folded, null, t.retired_at_ms from indicators t
