ALTER TABLE `organisations` ADD `first_assessments_per_week` integer;
--> statement-breakpoint
ALTER TABLE `engagements` ADD `planned_start_on` text;
--> statement-breakpoint
ALTER TABLE `engagements` ADD `planned_start_by` text;
--> statement-breakpoint
CREATE INDEX `engagements_start` ON `engagements` (`organisation_id`,`status`,`planned_start_on`,`id`);
