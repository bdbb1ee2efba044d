CREATE TABLE `standing_turns` (
	`adoption_id` text PRIMARY KEY NOT NULL,
	`turn` integer NOT NULL,
	FOREIGN KEY (`adoption_id`) REFERENCES `adoptions`(`id`) ON UPDATE no action ON DELETE cascade
)
--> statement-breakpoint
create trigger standing_marks_turn before insert on standing_marks begin insert into standing_turns values (new.adoption_id, 1) on conflict (adoption_id) do update set turn = turn + 1; end
--> statement-breakpoint
create trigger operations_standing_insert after insert on operations when new.problem_id is not null or new.indicator_id is not null begin insert into standing_marks select a.id from adopted_elements e join adoptions a on a.id = e.adoption_id where a.unit_id = new.unit_id and ((e.kind = 'problem' and e.row_key = new.problem_id) or (e.kind = 'indicator' and e.row_key = new.indicator_id)) on conflict do nothing; end
--> statement-breakpoint
create trigger operations_standing_beside after update of status, problem_id, indicator_id on operations when new.problem_id is not null or new.indicator_id is not null begin insert into standing_marks select a.id from adopted_elements e join adoptions a on a.id = e.adoption_id where a.unit_id = new.unit_id and ((e.kind = 'problem' and e.row_key = new.problem_id) or (e.kind = 'indicator' and e.row_key = new.indicator_id)) on conflict do nothing; end
--> statement-breakpoint
create trigger tasks_standing_beside after insert on tasks begin insert into standing_marks select a.id from operations o join adopted_elements e on (e.kind = 'problem' and e.row_key = o.problem_id) or (e.kind = 'indicator' and e.row_key = o.indicator_id) join adoptions a on a.id = e.adoption_id where o.id = new.operation_id and a.unit_id = o.unit_id on conflict do nothing; end
--> statement-breakpoint
create trigger tasks_standing_status after update of status on tasks when old.status <> new.status begin insert into standing_marks select a.id from operations o join adopted_elements e on (e.kind = 'operation' and e.row_key = o.id) or (e.kind = 'problem' and e.row_key = o.problem_id) or (e.kind = 'indicator' and e.row_key = o.indicator_id) join adoptions a on a.id = e.adoption_id where o.id = new.operation_id and a.unit_id = o.unit_id on conflict do nothing; end
--> statement-breakpoint
create trigger task_dependencies_standing_insert after insert on task_dependencies begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'task' and e.row_key = new.task_id on conflict do nothing; end
--> statement-breakpoint
create trigger task_dependencies_standing_beside after delete on task_dependencies begin insert into standing_marks select e.adoption_id from adopted_elements e where e.kind = 'task' and e.row_key = old.task_id on conflict do nothing; end
