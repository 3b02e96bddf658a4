CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`organisation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`type` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`object_id` text,
	`vendor_id` text,
	`entry` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `seq`)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_hash` ON `audit_entries` (`organisation_id`,`hash`);
--> statement-breakpoint
CREATE INDEX `audit_entries_vendor` ON `audit_entries` (`organisation_id`,`vendor_id`,`seq`);
--> statement-breakpoint
CREATE INDEX `audit_entries_object` ON `audit_entries` (`organisation_id`,`object_id`,`seq`);
--> statement-breakpoint
CREATE INDEX `audit_entries_type` ON `audit_entries` (`organisation_id`,`type`,`seq`);
--> statement-breakpoint
CREATE TABLE `audit_heads` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`run_at` integer NOT NULL,
	`leased_until` integer,
	`leased_by` text,
	`attempts` integer NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL,
	`done_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key` ON `jobs` (`organisation_id`,`key`);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`state`,`run_at`);
--> statement-breakpoint
CREATE TABLE `slots` (
	`name` text NOT NULL,
	`slot` text NOT NULL,
	`claimed_at` integer NOT NULL,
	PRIMARY KEY(`name`, `slot`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `outbox_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`to_name` text NOT NULL,
	`to_email` text NOT NULL,
	`subject` text NOT NULL,
	`sealed_body` text,
	`assessment_id` text,
	`vendor_id` text,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`last_error` text,
	`queued_at` integer NOT NULL,
	`delivered_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_mails_key` ON `outbox_mails` (`organisation_id`,`key`);
--> statement-breakpoint
CREATE INDEX `outbox_mails_log` ON `outbox_mails` (`organisation_id`,`queued_at`,`id`);
--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`points` integer NOT NULL,
	`expires_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `rate_limits_expiry` ON `rate_limits` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`roles` text NOT NULL,
	`password_hash` text,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	`last_visit_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email_key`);
--> statement-breakpoint
CREATE INDEX `people_name` ON `people` (`organisation_id`,`name_key`,`id`);
--> statement-breakpoint
CREATE TABLE `password_links` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by_id` text,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `password_links_token` ON `password_links` (`token_hash`);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`organisation_id`,`person_id`);
--> statement-breakpoint
CREATE TABLE `vendors` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`duplicate_key` text NOT NULL,
	`website` text,
	`domain` text,
	`registration_id` text,
	`category` text NOT NULL,
	`owner_id` text,
	`registered_by_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`standing` text NOT NULL,
	`engagement_id` text,
	`tier` integer NOT NULL,
	`residual` text,
	`score_bps` integer,
	`assurance_bps` integer,
	`grade` text,
	`knock_outs` integer NOT NULL,
	`next_review_on` text,
	`next_review_reason` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `vendors_name` ON `vendors` (`organisation_id`,`name_key`,`id`);
--> statement-breakpoint
CREATE INDEX `vendors_standing` ON `vendors` (`organisation_id`,`standing`,`name_key`,`id`);
--> statement-breakpoint
CREATE INDEX `vendors_tier` ON `vendors` (`organisation_id`,`tier`,`name_key`,`id`);
--> statement-breakpoint
CREATE INDEX `vendors_category` ON `vendors` (`organisation_id`,`category`,`name_key`,`id`);
--> statement-breakpoint
CREATE INDEX `vendors_owner` ON `vendors` (`organisation_id`,`owner_id`,`name_key`,`id`);
--> statement-breakpoint
CREATE INDEX `vendors_score` ON `vendors` (`organisation_id`,`score_bps`,`id`);
--> statement-breakpoint
CREATE INDEX `vendors_review` ON `vendors` (`organisation_id`,`next_review_on`,`id`);
--> statement-breakpoint
CREATE INDEX `vendors_created` ON `vendors` (`organisation_id`,`created_at`,`id`);
--> statement-breakpoint
CREATE INDEX `vendors_domain` ON `vendors` (`organisation_id`,`domain`);
--> statement-breakpoint
CREATE INDEX `vendors_registration` ON `vendors` (`organisation_id`,`registration_id`);
--> statement-breakpoint
CREATE INDEX `vendors_duplicate` ON `vendors` (`organisation_id`,`duplicate_key`);
--> statement-breakpoint
CREATE TABLE `vendor_terms` (
	`organisation_id` text NOT NULL,
	`term` text NOT NULL,
	`vendor_id` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `term`, `vendor_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `vendor_terms_vendor` ON `vendor_terms` (`organisation_id`,`vendor_id`);
--> statement-breakpoint
CREATE TABLE `vendor_tallies` (
	`organisation_id` text NOT NULL,
	`tier` integer NOT NULL,
	`residual` text NOT NULL,
	`grade` text NOT NULL,
	`standing` text NOT NULL,
	`category` text NOT NULL,
	`vendors` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `tier`, `residual`, `grade`, `standing`, `category`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_email` ON `contacts` (`organisation_id`,`vendor_id`,`email_key`);
--> statement-breakpoint
CREATE TABLE `engagements` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`service` text NOT NULL,
	`status` text NOT NULL,
	`status_at` integer NOT NULL,
	`owner_id` text,
	`requested_by_id` text,
	`went_live_on` text,
	`tier` integer NOT NULL,
	`facts` text NOT NULL,
	`clauses` text NOT NULL,
	`pci` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`decision_id` text,
	`result_id` text,
	`score_bps` integer,
	`assurance_bps` integer,
	`grade` text,
	`residual` text,
	`decided_at` integer,
	`next_review_on` text,
	`next_review_reason` text,
	FOREIGN KEY (`vendor_id`) REFERENCES `vendors`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `engagements_vendor` ON `engagements` (`organisation_id`,`vendor_id`,`id`);
--> statement-breakpoint
CREATE INDEX `engagements_review` ON `engagements` (`organisation_id`,`next_review_on`,`id`);
--> statement-breakpoint
CREATE TABLE `inherent_risks` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`engagement_id` text NOT NULL,
	`revision` integer NOT NULL,
	`answers` text NOT NULL,
	`assumed` text NOT NULL,
	`computed_tier` integer NOT NULL,
	`tier` integer NOT NULL,
	`override_reason` text,
	`overridden_by_id` text,
	`answered_by_id` text,
	`answered_at` integer NOT NULL,
	`confirmed_by_id` text,
	`confirmed_at` integer,
	`agreed_by_id` text,
	`agreed_at` integer,
	FOREIGN KEY (`engagement_id`) REFERENCES `engagements`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `inherent_risks_revision` ON `inherent_risks` (`organisation_id`,`engagement_id`,`revision`);
--> statement-breakpoint
CREATE TABLE `questionnaire_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`version` text NOT NULL,
	`title` text NOT NULL,
	`audience` text NOT NULL,
	`sha256` text NOT NULL,
	`source` text NOT NULL,
	`published_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `questionnaire_versions_version` ON `questionnaire_versions` (`organisation_id`,`questionnaire_id`,`version`);
--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`engagement_id` text NOT NULL,
	`status` text NOT NULL,
	`status_at` integer NOT NULL,
	`number` integer NOT NULL,
	`previous_id` text,
	`opened_for` text,
	`contact_id` text,
	`tier` integer NOT NULL,
	`facts` text NOT NULL,
	`due_on` text,
	`sent_at` integer,
	`sent_by_id` text,
	`submitted_at` integer,
	`review_closed_at` integer,
	`review_closed_by_id` text,
	`decided_at` integer,
	`required` integer NOT NULL,
	`answered` integer NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_number` ON `assessments` (`organisation_id`,`engagement_id`,`number`);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_opened_for` ON `assessments` (`organisation_id`,`engagement_id`,`opened_for`);
--> statement-breakpoint
CREATE INDEX `assessments_status` ON `assessments` (`organisation_id`,`status`,`due_on`,`id`);
--> statement-breakpoint
CREATE INDEX `assessments_vendor` ON `assessments` (`organisation_id`,`vendor_id`,`id`);
--> statement-breakpoint
CREATE TABLE `assessment_questionnaires` (
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`position` integer NOT NULL,
	`questionnaire_version_id` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `assessment_id`, `position`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`questionnaire_version_id`) REFERENCES `questionnaire_versions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `vendor_links` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`channel` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by_id` text,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`last_used_at` integer,
	`uses` integer NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `vendor_links_token` ON `vendor_links` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `vendor_links_assessment` ON `vendor_links` (`organisation_id`,`assessment_id`,`id`);
--> statement-breakpoint
CREATE TABLE `vendor_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`link_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`link_id`) REFERENCES `vendor_links`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `vendor_sessions_token` ON `vendor_sessions` (`token_hash`);
--> statement-breakpoint
CREATE TABLE `answers` (
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`question_key` text NOT NULL,
	`revision` integer NOT NULL,
	`value` text,
	`comment` text NOT NULL,
	`reason` text NOT NULL,
	`instead` text,
	`origin` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `assessment_id`, `question_key`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `answer_revisions` (
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`question_key` text NOT NULL,
	`revision` integer NOT NULL,
	`value` text,
	`comment` text NOT NULL,
	`reason` text NOT NULL,
	`instead` text,
	`origin` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `assessment_id`, `question_key`, `revision`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`round` integer NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`at` integer NOT NULL,
	`answers_sha256` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_round` ON `submissions` (`organisation_id`,`assessment_id`,`round`);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`question_key` text NOT NULL,
	`from_side` text NOT NULL,
	`by_name` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `messages_assessment` ON `messages` (`organisation_id`,`assessment_id`,`id`);
--> statement-breakpoint
CREATE TABLE `determinations` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`question_key` text NOT NULL,
	`revision` integer NOT NULL,
	`answer_revision` integer NOT NULL,
	`verdict` text NOT NULL,
	`value` text,
	`na_accepted` integer NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`carried` integer NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `determinations_revision` ON `determinations` (`organisation_id`,`assessment_id`,`question_key`,`revision`);
--> statement-breakpoint
CREATE TABLE `clarifications` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`question_key` text NOT NULL,
	`round` integer NOT NULL,
	`ask` text NOT NULL,
	`status` text NOT NULL,
	`asked_by_id` text NOT NULL,
	`sent_at` integer,
	`answered_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `clarifications_round` ON `clarifications` (`organisation_id`,`assessment_id`,`question_key`,`round`);
--> statement-breakpoint
CREATE TABLE `results` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`engagement_id` text NOT NULL,
	`kind` text NOT NULL,
	`as_on` text NOT NULL,
	`input` text NOT NULL,
	`json` text NOT NULL,
	`score_bps` integer,
	`uncapped_bps` integer,
	`coverage_bps` integer NOT NULL,
	`assurance_bps` integer NOT NULL,
	`grade` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `results_assessment` ON `results` (`organisation_id`,`assessment_id`,`id`);
--> statement-breakpoint
CREATE INDEX `results_engagement` ON `results` (`organisation_id`,`engagement_id`,`id`);
--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`engagement_id` text,
	`assessment_id` text,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`blob_key` text NOT NULL,
	`wrapped_key` text NOT NULL,
	`kek_id` text NOT NULL,
	`starts_on` text,
	`stated_expiry_on` text,
	`expires_on` text,
	`verdict` text NOT NULL,
	`verification` text,
	`verdict_by_id` text,
	`verdict_at` integer,
	`uploaded_by` text NOT NULL,
	`uploaded_by_id` text,
	`uploaded_at` integer NOT NULL,
	`withdrawn_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `evidence_vendor` ON `evidence` (`organisation_id`,`vendor_id`,`id`);
--> statement-breakpoint
CREATE INDEX `evidence_expiry` ON `evidence` (`organisation_id`,`expires_on`,`id`);
--> statement-breakpoint
CREATE INDEX `evidence_sha256` ON `evidence` (`organisation_id`,`sha256`);
--> statement-breakpoint
CREATE TABLE `evidence_uses` (
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`question_key` text NOT NULL,
	`evidence_id` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	PRIMARY KEY(`organisation_id`, `assessment_id`, `question_key`, `evidence_id`),
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `evidence_uses_evidence` ON `evidence_uses` (`organisation_id`,`evidence_id`);
--> statement-breakpoint
CREATE TABLE `evidence_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`key` text NOT NULL,
	`vendor_id` text NOT NULL,
	`engagement_id` text,
	`assessment_id` text,
	`question_key` text,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`replaces_id` text,
	`due_on` text NOT NULL,
	`status` text NOT NULL,
	`fulfilled_by_id` text,
	`opened_at` integer NOT NULL,
	`closed_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_requests_key` ON `evidence_requests` (`organisation_id`,`key`);
--> statement-breakpoint
CREATE INDEX `evidence_requests_due` ON `evidence_requests` (`organisation_id`,`status`,`due_on`,`id`);
--> statement-breakpoint
CREATE INDEX `evidence_requests_vendor` ON `evidence_requests` (`organisation_id`,`vendor_id`,`id`);
--> statement-breakpoint
CREATE TABLE `findings` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`key` text NOT NULL,
	`number` integer NOT NULL,
	`vendor_id` text NOT NULL,
	`engagement_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`question_key` text,
	`severity` text NOT NULL,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`owner_id` text,
	`due_on` text NOT NULL,
	`plan` text NOT NULL,
	`opened_at` integer NOT NULL,
	`opened_by_id` text,
	`closed_at` integer,
	`closed_by_id` text,
	`closed_because` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `findings_key` ON `findings` (`organisation_id`,`key`);
--> statement-breakpoint
CREATE UNIQUE INDEX `findings_number` ON `findings` (`organisation_id`,`number`);
--> statement-breakpoint
CREATE INDEX `findings_due` ON `findings` (`organisation_id`,`status`,`due_on`,`id`);
--> statement-breakpoint
CREATE INDEX `findings_vendor` ON `findings` (`organisation_id`,`vendor_id`,`id`);
--> statement-breakpoint
CREATE INDEX `findings_assessment` ON `findings` (`organisation_id`,`assessment_id`,`id`);
--> statement-breakpoint
CREATE TABLE `finding_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`finding_id` text NOT NULL,
	`text` text NOT NULL,
	`evidence_id` text,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `findings`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `finding_notes_finding` ON `finding_notes` (`organisation_id`,`finding_id`,`id`);
--> statement-breakpoint
CREATE TABLE `risk_acceptances` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`engagement_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`subject` text NOT NULL,
	`finding_id` text,
	`level` text NOT NULL,
	`reason` text NOT NULL,
	`status` text NOT NULL,
	`proposed_by_id` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`owned_by_id` text NOT NULL,
	`countersigned_by_id` text,
	`countersigned_at` integer,
	`expires_on` text NOT NULL,
	`renews_id` text,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `risk_acceptances_assessment` ON `risk_acceptances` (`organisation_id`,`assessment_id`,`id`);
--> statement-breakpoint
CREATE INDEX `risk_acceptances_expiry` ON `risk_acceptances` (`organisation_id`,`status`,`expires_on`,`id`);
--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`engagement_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`outcome` text NOT NULL,
	`status` text NOT NULL,
	`rationale` text NOT NULL,
	`residual` text NOT NULL,
	`computed_residual` text NOT NULL,
	`residual_reason` text NOT NULL,
	`result_id` text NOT NULL,
	`next_review_on` text,
	`next_review_reasons` text NOT NULL,
	`engaged_before_assessment` integer NOT NULL,
	`signed_by_id` text NOT NULL,
	`signed_at` integer NOT NULL,
	`countersigned_by_id` text,
	`countersigned_at` integer,
	`report_evidence_id` text,
	`decision_page_evidence_id` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_assessment` ON `decisions` (`organisation_id`,`assessment_id`,`signed_at`);
--> statement-breakpoint
CREATE INDEX `decisions_engagement` ON `decisions` (`organisation_id`,`engagement_id`,`id`);
--> statement-breakpoint
CREATE TABLE `conditions` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`engagement_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`due_when` text NOT NULL,
	`due_on` text,
	`met_at` integer,
	`met_by_id` text,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `conditions_number` ON `conditions` (`organisation_id`,`decision_id`,`number`);
--> statement-breakpoint
CREATE INDEX `conditions_due` ON `conditions` (`organisation_id`,`due_on`,`id`);
--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`vendor_id` text NOT NULL,
	`engagement_id` text,
	`assessment_id` text,
	`subject_id` text NOT NULL,
	`due_on` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_key` ON `reminders` (`organisation_id`,`key`);
--> statement-breakpoint
CREATE INDEX `reminders_vendor` ON `reminders` (`organisation_id`,`vendor_id`,`id`);
