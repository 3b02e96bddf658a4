CREATE TABLE "workbook_uploads" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"assessment_id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"file_name" text COLLATE "C" NOT NULL,
	"file_sha256" text COLLATE "C" NOT NULL,
	"sealed" text COLLATE "C" NOT NULL,
	"uploaded_by" text COLLATE "C" NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "workbook_uploads" ADD CONSTRAINT "workbook_uploads_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "workbook_uploads_assessment" ON "workbook_uploads" USING btree ("organisation_id","assessment_id","expires_at","id");
--> statement-breakpoint
CREATE INDEX "workbook_uploads_expiry" ON "workbook_uploads" USING btree ("organisation_id","expires_at","id");
