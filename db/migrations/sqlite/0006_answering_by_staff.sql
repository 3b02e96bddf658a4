CREATE TABLE `prepared_answers` (
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`question_key` text NOT NULL,
	`revision` integer NOT NULL,
	`value` text,
	`comment` text NOT NULL,
	`reason` text NOT NULL,
	`instead` text,
	`by_id` text NOT NULL,
	`by_role` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `assessment_id`, `question_key`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `assessments` ADD `method` text;
--> statement-breakpoint
ALTER TABLE `answers` ADD `source` text;
--> statement-breakpoint
ALTER TABLE `answer_revisions` ADD `source` text;
