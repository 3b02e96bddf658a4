CREATE TABLE "questionnaire_drafts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"file_name" text COLLATE "C" NOT NULL,
	"file_sha256" text COLLATE "C" NOT NULL,
	"report" text NOT NULL,
	"questionnaire_id" text COLLATE "C" NOT NULL,
	"version" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"created_by_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "questionnaire_versions" ADD COLUMN "published_by_id" text COLLATE "C";
--> statement-breakpoint
CREATE INDEX "questionnaire_drafts_expiry" ON "questionnaire_drafts" USING btree ("organisation_id","expires_at","id");
