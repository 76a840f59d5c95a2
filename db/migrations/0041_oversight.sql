-- The year's tasks of a unit (短板), written orders to hurry (督办单) with their answers, results of the training test.
CREATE TABLE "year_task" (
	"county" text NOT NULL,
	"campaign" text DEFAULT nullif(current_setting('ruhu.campaign', true), '') NOT NULL,
	"id" uuid NOT NULL,
	"unit" text NOT NULL,
	"no" integer NOT NULL,
	"title" text NOT NULL,
	"due" date,
	"how" text,
	"done_at" timestamp with time zone,
	"staff_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "year_task_county_campaign_id_pk" PRIMARY KEY("county","campaign","id"),
	CONSTRAINT "year_task_no" UNIQUE("county","campaign","unit","no")
);
--> statement-breakpoint
ALTER TABLE "year_task" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "year_task" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_county ON "year_task" USING (county = (select current_setting('ruhu.county', true)) and campaign = (select current_setting('ruhu.campaign', true)));--> statement-breakpoint
CREATE TABLE "urging_order" (
	"county" text NOT NULL,
	"campaign" text DEFAULT nullif(current_setting('ruhu.campaign', true), '') NOT NULL,
	"id" uuid NOT NULL,
	"no" integer NOT NULL,
	"unit" text NOT NULL,
	"words" text NOT NULL,
	"reply_by" date NOT NULL,
	"staff_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "urging_order_county_campaign_id_pk" PRIMARY KEY("county","campaign","id"),
	CONSTRAINT "urging_order_no" UNIQUE("county","campaign","no")
);
--> statement-breakpoint
CREATE INDEX "urging_order_by_unit" ON "urging_order" USING btree ("county","campaign","unit");--> statement-breakpoint
ALTER TABLE "urging_order" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "urging_order" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_county ON "urging_order" USING (county = (select current_setting('ruhu.county', true)) and campaign = (select current_setting('ruhu.campaign', true)));--> statement-breakpoint
CREATE TABLE "training_result" (
	"county" text NOT NULL,
	"campaign" text DEFAULT nullif(current_setting('ruhu.campaign', true), '') NOT NULL,
	"staff_id" uuid NOT NULL,
	"correct" integer NOT NULL,
	"questions" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "training_result_county_campaign_staff_id_pk" PRIMARY KEY("county","campaign","staff_id")
);
--> statement-breakpoint
ALTER TABLE "training_result" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "training_result" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_county ON "training_result" USING (county = (select current_setting('ruhu.county', true)) and campaign = (select current_setting('ruhu.campaign', true)));
