DROP INDEX `duties_owner`;
--> statement-breakpoint
CREATE INDEX `duties_due` ON `duties` (`organisation_id`,`done_at`,`due_on`,`id`);
