CREATE TABLE "prepared_answers" (
	"organisation_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"question_key" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"value" text,
	"comment" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"instead" text,
	"by_id" text COLLATE "C" NOT NULL,
	"by_role" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "prepared_answers_organisation_id_assessment_id_question_key_pk" PRIMARY KEY("organisation_id","assessment_id","question_key")
);

--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "method" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "source" text;
--> statement-breakpoint
ALTER TABLE "answer_revisions" ADD COLUMN "source" text;
--> statement-breakpoint
ALTER TABLE "prepared_answers" ADD CONSTRAINT "prepared_answers_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;
