CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`question_key` text NOT NULL,
	`why` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`follows` integer NOT NULL,
	`revision` integer,
	`sent_at` integer,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `corrections_assessment` ON `corrections` (`organisation_id`,`assessment_id`,`id`);
--> statement-breakpoint
CREATE TABLE `decision_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`language` text NOT NULL,
	`sent_by_id` text NOT NULL,
	`sent_at` integer NOT NULL,
	`evidence_id` text,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_letters_decision` ON `decision_letters` (`organisation_id`,`decision_id`);
--> statement-breakpoint
CREATE INDEX `decision_letters_assessment` ON `decision_letters` (`organisation_id`,`assessment_id`,`id`);
--> statement-breakpoint
CREATE TABLE `addenda` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`engagement_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`number` integer NOT NULL,
	`cause` text NOT NULL,
	`subject_id` text NOT NULL,
	`reason` text NOT NULL,
	`by_id` text,
	`at` integer NOT NULL,
	`evidence_id` text,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `addenda_number` ON `addenda` (`organisation_id`,`decision_id`,`number`);
--> statement-breakpoint
CREATE UNIQUE INDEX `addenda_cause` ON `addenda` (`organisation_id`,`decision_id`,`cause`,`subject_id`);
--> statement-breakpoint
CREATE INDEX `addenda_assessment` ON `addenda` (`organisation_id`,`assessment_id`,`id`);
