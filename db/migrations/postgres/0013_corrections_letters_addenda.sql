CREATE TABLE "corrections" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"question_key" text COLLATE "C" NOT NULL,
	"why" text COLLATE "C" NOT NULL,
	"asked_by" text COLLATE "C" NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"follows" integer NOT NULL,
	"revision" integer,
	"sent_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "decision_letters" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"decision_id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"sent_by_id" text COLLATE "C" NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"evidence_id" text COLLATE "C"
);

--> statement-breakpoint
CREATE TABLE "addenda" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"decision_id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"engagement_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"cause" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"by_id" text COLLATE "C",
	"at" timestamp (3) with time zone NOT NULL,
	"evidence_id" text COLLATE "C"
);

--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "decision_letters" ADD CONSTRAINT "decision_letters_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "addenda" ADD CONSTRAINT "addenda_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "corrections_assessment" ON "corrections" USING btree ("organisation_id","assessment_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "decision_letters_decision" ON "decision_letters" USING btree ("organisation_id","decision_id");
--> statement-breakpoint
CREATE INDEX "decision_letters_assessment" ON "decision_letters" USING btree ("organisation_id","assessment_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "addenda_number" ON "addenda" USING btree ("organisation_id","decision_id","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "addenda_cause" ON "addenda" USING btree ("organisation_id","decision_id","cause","subject_id");
--> statement-breakpoint
CREATE INDEX "addenda_assessment" ON "addenda" USING btree ("organisation_id","assessment_id","id");
