CREATE TABLE `questionnaire_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`file_sha256` text NOT NULL,
	`report` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`version` text NOT NULL,
	`title` text NOT NULL,
	`sha256` text NOT NULL,
	`source` text NOT NULL,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `questionnaire_drafts_expiry` ON `questionnaire_drafts` (`organisation_id`,`expires_at`,`id`);
--> statement-breakpoint
ALTER TABLE `questionnaire_versions` ADD `published_by_id` text;
