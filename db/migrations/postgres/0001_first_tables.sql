CREATE TABLE "organisations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"time_zone" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"organisation_id" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"actor_kind" text COLLATE "C" NOT NULL,
	"actor_id" text COLLATE "C",
	"object_id" text COLLATE "C",
	"vendor_id" text COLLATE "C",
	"entry" text COLLATE "C" NOT NULL,
	"previous_hash" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "audit_entries_organisation_id_seq_pk" PRIMARY KEY("organisation_id","seq")
);

--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"organisation_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);

--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"payload" text NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"leased_by" text COLLATE "C",
	"attempts" integer NOT NULL,
	"last_error" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "slots" (
	"name" text COLLATE "C" NOT NULL,
	"slot" text COLLATE "C" NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "slots_name_slot_pk" PRIMARY KEY("name","slot")
);

--> statement-breakpoint
CREATE TABLE "outbox_mails" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"to_name" text COLLATE "C" NOT NULL,
	"to_email" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"sealed_body" text COLLATE "C",
	"assessment_id" text COLLATE "C",
	"vendor_id" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"attempts" integer NOT NULL,
	"last_error" text COLLATE "C",
	"queued_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "people" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"email_key" text COLLATE "C" NOT NULL,
	"roles" text NOT NULL,
	"password_hash" text COLLATE "C",
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_visit_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "password_links" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by_id" text COLLATE "C",
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "vendors" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"name_key" text COLLATE "C" NOT NULL,
	"duplicate_key" text COLLATE "C" NOT NULL,
	"website" text COLLATE "C",
	"domain" text COLLATE "C",
	"registration_id" text COLLATE "C",
	"category" text COLLATE "C" NOT NULL,
	"owner_id" text COLLATE "C",
	"registered_by_id" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"standing" text COLLATE "C" NOT NULL,
	"engagement_id" text COLLATE "C",
	"tier" integer NOT NULL,
	"residual" text COLLATE "C",
	"score_bps" integer,
	"assurance_bps" integer,
	"grade" text COLLATE "C",
	"knock_outs" integer NOT NULL,
	"next_review_on" text COLLATE "C",
	"next_review_reason" text COLLATE "C"
);

--> statement-breakpoint
CREATE TABLE "vendor_terms" (
	"organisation_id" text COLLATE "C" NOT NULL,
	"term" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "vendor_terms_organisation_id_term_vendor_id_pk" PRIMARY KEY("organisation_id","term","vendor_id")
);

--> statement-breakpoint
CREATE TABLE "vendor_tallies" (
	"organisation_id" text COLLATE "C" NOT NULL,
	"tier" integer NOT NULL,
	"residual" text COLLATE "C" NOT NULL,
	"grade" text COLLATE "C" NOT NULL,
	"standing" text COLLATE "C" NOT NULL,
	"category" text COLLATE "C" NOT NULL,
	"vendors" integer NOT NULL,
	CONSTRAINT "vendor_tallies_organisation_id_tier_residual_grade_standing_category_pk" PRIMARY KEY("organisation_id","tier","residual","grade","standing","category")
);

--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"email_key" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "engagements" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"service" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"status_at" timestamp (3) with time zone NOT NULL,
	"owner_id" text COLLATE "C",
	"requested_by_id" text COLLATE "C",
	"went_live_on" text COLLATE "C",
	"tier" integer NOT NULL,
	"facts" text NOT NULL,
	"clauses" text NOT NULL,
	"pci" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"decision_id" text COLLATE "C",
	"result_id" text COLLATE "C",
	"score_bps" integer,
	"assurance_bps" integer,
	"grade" text COLLATE "C",
	"residual" text COLLATE "C",
	"decided_at" timestamp (3) with time zone,
	"next_review_on" text COLLATE "C",
	"next_review_reason" text COLLATE "C"
);

--> statement-breakpoint
CREATE TABLE "inherent_risks" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"engagement_id" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"answers" text NOT NULL,
	"assumed" text NOT NULL,
	"computed_tier" integer NOT NULL,
	"tier" integer NOT NULL,
	"override_reason" text COLLATE "C",
	"overridden_by_id" text COLLATE "C",
	"answered_by_id" text COLLATE "C",
	"answered_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by_id" text COLLATE "C",
	"confirmed_at" timestamp (3) with time zone,
	"agreed_by_id" text COLLATE "C",
	"agreed_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "questionnaire_versions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"questionnaire_id" text COLLATE "C" NOT NULL,
	"version" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"audience" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"engagement_id" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"status_at" timestamp (3) with time zone NOT NULL,
	"number" integer NOT NULL,
	"previous_id" text COLLATE "C",
	"opened_for" text COLLATE "C",
	"contact_id" text COLLATE "C",
	"tier" integer NOT NULL,
	"facts" text NOT NULL,
	"due_on" text COLLATE "C",
	"sent_at" timestamp (3) with time zone,
	"sent_by_id" text COLLATE "C",
	"submitted_at" timestamp (3) with time zone,
	"review_closed_at" timestamp (3) with time zone,
	"review_closed_by_id" text COLLATE "C",
	"decided_at" timestamp (3) with time zone,
	"required" integer NOT NULL,
	"answered" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "assessment_questionnaires" (
	"organisation_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"questionnaire_version_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "assessment_questionnaires_organisation_id_assessment_id_position_pk" PRIMARY KEY("organisation_id","assessment_id","position")
);

--> statement-breakpoint
CREATE TABLE "vendor_links" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by_id" text COLLATE "C",
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"uses" integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE "vendor_sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"link_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "answers" (
	"organisation_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"question_key" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"value" text,
	"comment" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"instead" text,
	"origin" text COLLATE "C" NOT NULL,
	"given_by" text COLLATE "C" NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answers_organisation_id_assessment_id_question_key_pk" PRIMARY KEY("organisation_id","assessment_id","question_key")
);

--> statement-breakpoint
CREATE TABLE "answer_revisions" (
	"organisation_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"question_key" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"value" text,
	"comment" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"instead" text,
	"origin" text COLLATE "C" NOT NULL,
	"given_by" text COLLATE "C" NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answer_revisions_organisation_id_assessment_id_question_key_revision_pk" PRIMARY KEY("organisation_id","assessment_id","question_key","revision")
);

--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"round" integer NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"answers_sha256" text COLLATE "C" NOT NULL
);

--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"question_key" text COLLATE "C" NOT NULL,
	"from_side" text COLLATE "C" NOT NULL,
	"by_name" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "determinations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"question_key" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"answer_revision" integer NOT NULL,
	"verdict" text COLLATE "C" NOT NULL,
	"value" text,
	"na_accepted" boolean NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"carried" boolean NOT NULL,
	"by_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "clarifications" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"question_key" text COLLATE "C" NOT NULL,
	"round" integer NOT NULL,
	"ask" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"asked_by_id" text COLLATE "C" NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"answered_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "results" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"engagement_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"as_on" text COLLATE "C" NOT NULL,
	"input" text COLLATE "C" NOT NULL,
	"json" text COLLATE "C" NOT NULL,
	"score_bps" integer,
	"uncapped_bps" integer,
	"coverage_bps" integer NOT NULL,
	"assurance_bps" integer NOT NULL,
	"grade" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"engagement_id" text COLLATE "C",
	"assessment_id" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	"file_name" text COLLATE "C" NOT NULL,
	"media_type" text COLLATE "C" NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"blob_key" text COLLATE "C" NOT NULL,
	"wrapped_key" text COLLATE "C" NOT NULL,
	"kek_id" text COLLATE "C" NOT NULL,
	"starts_on" text COLLATE "C",
	"stated_expiry_on" text COLLATE "C",
	"expires_on" text COLLATE "C",
	"verdict" text COLLATE "C" NOT NULL,
	"verification" text,
	"verdict_by_id" text COLLATE "C",
	"verdict_at" timestamp (3) with time zone,
	"uploaded_by" text COLLATE "C" NOT NULL,
	"uploaded_by_id" text COLLATE "C",
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "evidence_uses" (
	"organisation_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"question_key" text COLLATE "C" NOT NULL,
	"evidence_id" text COLLATE "C" NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "evidence_uses_organisation_id_assessment_id_question_key_evidence_id_pk" PRIMARY KEY("organisation_id","assessment_id","question_key","evidence_id")
);

--> statement-breakpoint
CREATE TABLE "evidence_requests" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"engagement_id" text COLLATE "C",
	"assessment_id" text COLLATE "C",
	"question_key" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"replaces_id" text COLLATE "C",
	"due_on" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"fulfilled_by_id" text COLLATE "C",
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "findings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"engagement_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"question_key" text COLLATE "C",
	"severity" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"owner_id" text COLLATE "C",
	"due_on" text COLLATE "C" NOT NULL,
	"plan" text COLLATE "C" NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by_id" text COLLATE "C",
	"closed_at" timestamp (3) with time zone,
	"closed_by_id" text COLLATE "C",
	"closed_because" text COLLATE "C"
);

--> statement-breakpoint
CREATE TABLE "finding_notes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"finding_id" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"evidence_id" text COLLATE "C",
	"by_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
CREATE TABLE "risk_acceptances" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"engagement_id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"finding_id" text COLLATE "C",
	"level" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"proposed_by_id" text COLLATE "C" NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"owned_by_id" text COLLATE "C" NOT NULL,
	"countersigned_by_id" text COLLATE "C",
	"countersigned_at" timestamp (3) with time zone,
	"expires_on" text COLLATE "C" NOT NULL,
	"renews_id" text COLLATE "C",
	"ended_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"engagement_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"rationale" text COLLATE "C" NOT NULL,
	"residual" text COLLATE "C" NOT NULL,
	"computed_residual" text COLLATE "C" NOT NULL,
	"residual_reason" text COLLATE "C" NOT NULL,
	"result_id" text COLLATE "C" NOT NULL,
	"next_review_on" text COLLATE "C",
	"next_review_reasons" text NOT NULL,
	"engaged_before_assessment" boolean NOT NULL,
	"signed_by_id" text COLLATE "C" NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"countersigned_by_id" text COLLATE "C",
	"countersigned_at" timestamp (3) with time zone,
	"report_evidence_id" text COLLATE "C",
	"decision_page_evidence_id" text COLLATE "C"
);

--> statement-breakpoint
CREATE TABLE "conditions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"decision_id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"engagement_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"due_when" text COLLATE "C" NOT NULL,
	"due_on" text COLLATE "C",
	"met_at" timestamp (3) with time zone,
	"met_by_id" text COLLATE "C"
);

--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"engagement_id" text COLLATE "C",
	"assessment_id" text COLLATE "C",
	"subject_id" text COLLATE "C" NOT NULL,
	"due_on" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "inherent_risks" ADD CONSTRAINT "inherent_risks_engagement_id_engagements_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagements"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "assessment_questionnaires" ADD CONSTRAINT "assessment_questionnaires_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "assessment_questionnaires" ADD CONSTRAINT "assessment_questionnaires_questionnaire_version_id_questionnaire_versions_id_fk" FOREIGN KEY ("questionnaire_version_id") REFERENCES "public"."questionnaire_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "vendor_links" ADD CONSTRAINT "vendor_links_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "vendor_sessions" ADD CONSTRAINT "vendor_sessions_link_id_vendor_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."vendor_links"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "answer_revisions" ADD CONSTRAINT "answer_revisions_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "evidence_uses" ADD CONSTRAINT "evidence_uses_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "finding_notes" ADD CONSTRAINT "finding_notes_finding_id_findings_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."findings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "conditions" ADD CONSTRAINT "conditions_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entries_hash" ON "audit_entries" USING btree ("organisation_id","hash");
--> statement-breakpoint
CREATE INDEX "audit_entries_vendor" ON "audit_entries" USING btree ("organisation_id","vendor_id","seq");
--> statement-breakpoint
CREATE INDEX "audit_entries_object" ON "audit_entries" USING btree ("organisation_id","object_id","seq");
--> statement-breakpoint
CREATE INDEX "audit_entries_type" ON "audit_entries" USING btree ("organisation_id","type","seq");
--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_key" ON "jobs" USING btree ("organisation_id","key");
--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("state","run_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_mails_key" ON "outbox_mails" USING btree ("organisation_id","key");
--> statement-breakpoint
CREATE INDEX "outbox_mails_log" ON "outbox_mails" USING btree ("organisation_id","queued_at","id");
--> statement-breakpoint
CREATE INDEX "rate_limits_expiry" ON "rate_limits" USING btree ("expires_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email_key");
--> statement-breakpoint
CREATE INDEX "people_name" ON "people" USING btree ("organisation_id","name_key","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "password_links_token" ON "password_links" USING btree ("token_hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token_hash");
--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("organisation_id","person_id");
--> statement-breakpoint
CREATE INDEX "vendors_name" ON "vendors" USING btree ("organisation_id","name_key","id");
--> statement-breakpoint
CREATE INDEX "vendors_standing" ON "vendors" USING btree ("organisation_id","standing","name_key","id");
--> statement-breakpoint
CREATE INDEX "vendors_tier" ON "vendors" USING btree ("organisation_id","tier","name_key","id");
--> statement-breakpoint
CREATE INDEX "vendors_category" ON "vendors" USING btree ("organisation_id","category","name_key","id");
--> statement-breakpoint
CREATE INDEX "vendors_owner" ON "vendors" USING btree ("organisation_id","owner_id","name_key","id");
--> statement-breakpoint
CREATE INDEX "vendors_score" ON "vendors" USING btree ("organisation_id","score_bps","id");
--> statement-breakpoint
CREATE INDEX "vendors_review" ON "vendors" USING btree ("organisation_id","next_review_on","id");
--> statement-breakpoint
CREATE INDEX "vendors_created" ON "vendors" USING btree ("organisation_id","created_at","id");
--> statement-breakpoint
CREATE INDEX "vendors_domain" ON "vendors" USING btree ("organisation_id","domain");
--> statement-breakpoint
CREATE INDEX "vendors_registration" ON "vendors" USING btree ("organisation_id","registration_id");
--> statement-breakpoint
CREATE INDEX "vendors_duplicate" ON "vendors" USING btree ("organisation_id","duplicate_key");
--> statement-breakpoint
CREATE INDEX "vendor_terms_vendor" ON "vendor_terms" USING btree ("organisation_id","vendor_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_email" ON "contacts" USING btree ("organisation_id","vendor_id","email_key");
--> statement-breakpoint
CREATE INDEX "engagements_vendor" ON "engagements" USING btree ("organisation_id","vendor_id","id");
--> statement-breakpoint
CREATE INDEX "engagements_review" ON "engagements" USING btree ("organisation_id","next_review_on","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "inherent_risks_revision" ON "inherent_risks" USING btree ("organisation_id","engagement_id","revision");
--> statement-breakpoint
CREATE UNIQUE INDEX "questionnaire_versions_version" ON "questionnaire_versions" USING btree ("organisation_id","questionnaire_id","version");
--> statement-breakpoint
CREATE UNIQUE INDEX "assessments_number" ON "assessments" USING btree ("organisation_id","engagement_id","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "assessments_opened_for" ON "assessments" USING btree ("organisation_id","engagement_id","opened_for");
--> statement-breakpoint
CREATE INDEX "assessments_status" ON "assessments" USING btree ("organisation_id","status","due_on","id");
--> statement-breakpoint
CREATE INDEX "assessments_vendor" ON "assessments" USING btree ("organisation_id","vendor_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "vendor_links_token" ON "vendor_links" USING btree ("token_hash");
--> statement-breakpoint
CREATE INDEX "vendor_links_assessment" ON "vendor_links" USING btree ("organisation_id","assessment_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "vendor_sessions_token" ON "vendor_sessions" USING btree ("token_hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_round" ON "submissions" USING btree ("organisation_id","assessment_id","round");
--> statement-breakpoint
CREATE INDEX "messages_assessment" ON "messages" USING btree ("organisation_id","assessment_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "determinations_revision" ON "determinations" USING btree ("organisation_id","assessment_id","question_key","revision");
--> statement-breakpoint
CREATE UNIQUE INDEX "clarifications_round" ON "clarifications" USING btree ("organisation_id","assessment_id","question_key","round");
--> statement-breakpoint
CREATE INDEX "results_assessment" ON "results" USING btree ("organisation_id","assessment_id","id");
--> statement-breakpoint
CREATE INDEX "results_engagement" ON "results" USING btree ("organisation_id","engagement_id","id");
--> statement-breakpoint
CREATE INDEX "evidence_vendor" ON "evidence" USING btree ("organisation_id","vendor_id","id");
--> statement-breakpoint
CREATE INDEX "evidence_expiry" ON "evidence" USING btree ("organisation_id","expires_on","id");
--> statement-breakpoint
CREATE INDEX "evidence_sha256" ON "evidence" USING btree ("organisation_id","sha256");
--> statement-breakpoint
CREATE INDEX "evidence_uses_evidence" ON "evidence_uses" USING btree ("organisation_id","evidence_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_requests_key" ON "evidence_requests" USING btree ("organisation_id","key");
--> statement-breakpoint
CREATE INDEX "evidence_requests_due" ON "evidence_requests" USING btree ("organisation_id","status","due_on","id");
--> statement-breakpoint
CREATE INDEX "evidence_requests_vendor" ON "evidence_requests" USING btree ("organisation_id","vendor_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "findings_key" ON "findings" USING btree ("organisation_id","key");
--> statement-breakpoint
CREATE UNIQUE INDEX "findings_number" ON "findings" USING btree ("organisation_id","number");
--> statement-breakpoint
CREATE INDEX "findings_due" ON "findings" USING btree ("organisation_id","status","due_on","id");
--> statement-breakpoint
CREATE INDEX "findings_vendor" ON "findings" USING btree ("organisation_id","vendor_id","id");
--> statement-breakpoint
CREATE INDEX "findings_assessment" ON "findings" USING btree ("organisation_id","assessment_id","id");
--> statement-breakpoint
CREATE INDEX "finding_notes_finding" ON "finding_notes" USING btree ("organisation_id","finding_id","id");
--> statement-breakpoint
CREATE INDEX "risk_acceptances_assessment" ON "risk_acceptances" USING btree ("organisation_id","assessment_id","id");
--> statement-breakpoint
CREATE INDEX "risk_acceptances_expiry" ON "risk_acceptances" USING btree ("organisation_id","status","expires_on","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_assessment" ON "decisions" USING btree ("organisation_id","assessment_id","signed_at");
--> statement-breakpoint
CREATE INDEX "decisions_engagement" ON "decisions" USING btree ("organisation_id","engagement_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "conditions_number" ON "conditions" USING btree ("organisation_id","decision_id","number");
--> statement-breakpoint
CREATE INDEX "conditions_due" ON "conditions" USING btree ("organisation_id","due_on","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "reminders_key" ON "reminders" USING btree ("organisation_id","key");
--> statement-breakpoint
CREATE INDEX "reminders_vendor" ON "reminders" USING btree ("organisation_id","vendor_id","id");
