CREATE TABLE "evidence_worksheets" (
	"organisation_id" text COLLATE "C" NOT NULL,
	"evidence_id" text COLLATE "C" NOT NULL,
	"revision" integer NOT NULL,
	"worksheet" text COLLATE "C" NOT NULL,
	"fields" text NOT NULL,
	"filled_by_id" text COLLATE "C" NOT NULL,
	"filled_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "evidence_worksheets_organisation_id_evidence_id_revision_pk" PRIMARY KEY("organisation_id","evidence_id","revision")
);

--> statement-breakpoint
CREATE TABLE "duties" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"engagement_id" text COLLATE "C" NOT NULL,
	"family" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"evidence_id" text COLLATE "C" NOT NULL,
	"page" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"owner_id" text COLLATE "C",
	"due_on" text COLLATE "C" NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_by_id" text COLLATE "C",
	"note" text COLLATE "C" NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE TABLE "subcontractors" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"vendor_id" text COLLATE "C" NOT NULL,
	"engagement_id" text COLLATE "C" NOT NULL,
	"family" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"evidence_id" text COLLATE "C" NOT NULL,
	"page" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"is_carved_out" boolean NOT NULL,
	"listed_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);

--> statement-breakpoint
CREATE UNIQUE INDEX "duties_key" ON "duties" USING btree ("organisation_id","engagement_id","family","key");
--> statement-breakpoint
CREATE INDEX "duties_owner" ON "duties" USING btree ("organisation_id","owner_id","due_on","id");
--> statement-breakpoint
CREATE INDEX "duties_vendor" ON "duties" USING btree ("organisation_id","vendor_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "subcontractors_key" ON "subcontractors" USING btree ("organisation_id","engagement_id","family","key");
--> statement-breakpoint
CREATE INDEX "subcontractors_vendor" ON "subcontractors" USING btree ("organisation_id","vendor_id","id");
