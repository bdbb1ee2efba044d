ALTER TABLE `template_comments` ADD `written_by` text
--> statement-breakpoint
ALTER TABLE `template_comments` ADD `told_at_ms` integer
--> statement-breakpoint
ALTER TABLE `template_comments` ADD `retracted_at_ms` integer
--> statement-breakpoint
UPDATE `template_comments` SET `told_at_ms` = (SELECT s.decided_at_ms FROM template_submissions s WHERE s.digest = template_comments.digest) WHERE `told_at_ms` IS NULL
