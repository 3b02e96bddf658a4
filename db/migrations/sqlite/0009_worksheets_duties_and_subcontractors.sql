CREATE TABLE `evidence_worksheets` (
	`organisation_id` text NOT NULL,
	`evidence_id` text NOT NULL,
	`revision` integer NOT NULL,
	`worksheet` text NOT NULL,
	`fields` text NOT NULL,
	`filled_by_id` text NOT NULL,
	`filled_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `evidence_id`, `revision`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `duties` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`engagement_id` text NOT NULL,
	`family` text NOT NULL,
	`key` text NOT NULL,
	`evidence_id` text NOT NULL,
	`page` text NOT NULL,
	`text` text NOT NULL,
	`owner_id` text,
	`due_on` text NOT NULL,
	`opened_at` integer NOT NULL,
	`done_at` integer,
	`done_by_id` text,
	`note` text NOT NULL,
	`withdrawn_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `duties_key` ON `duties` (`organisation_id`,`engagement_id`,`family`,`key`);
--> statement-breakpoint
CREATE INDEX `duties_owner` ON `duties` (`organisation_id`,`owner_id`,`due_on`,`id`);
--> statement-breakpoint
CREATE INDEX `duties_vendor` ON `duties` (`organisation_id`,`vendor_id`,`id`);
--> statement-breakpoint
CREATE TABLE `subcontractors` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`engagement_id` text NOT NULL,
	`family` text NOT NULL,
	`key` text NOT NULL,
	`evidence_id` text NOT NULL,
	`page` text NOT NULL,
	`name` text NOT NULL,
	`purpose` text NOT NULL,
	`is_carved_out` integer NOT NULL,
	`listed_at` integer NOT NULL,
	`withdrawn_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `subcontractors_key` ON `subcontractors` (`organisation_id`,`engagement_id`,`family`,`key`);
--> statement-breakpoint
CREATE INDEX `subcontractors_vendor` ON `subcontractors` (`organisation_id`,`vendor_id`,`id`);
