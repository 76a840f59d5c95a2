-- A problem's cause, the measure to be taken, how it is rectified (at once, by a date, over a long time with a plan and
-- the day it is looked at again), who assists; and the further sources and happenings of a problem.
ALTER TABLE "problem" ADD COLUMN "cause" text;--> statement-breakpoint
ALTER TABLE "problem" ADD COLUMN "task" text;--> statement-breakpoint
ALTER TABLE "problem" ADD COLUMN "manner" text DEFAULT 'byDate' NOT NULL;--> statement-breakpoint
ALTER TABLE "problem" ADD COLUMN "assisting" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "problem" ADD COLUMN "next_look" date;--> statement-breakpoint
ALTER TABLE "problem" ADD CONSTRAINT "problem_manner" CHECK ("problem"."manner" in ('atOnce', 'byDate', 'longTerm'));--> statement-breakpoint
ALTER TABLE "problem" DROP CONSTRAINT "problem_status";--> statement-breakpoint
ALTER TABLE "problem" ADD CONSTRAINT "problem_status" CHECK ("problem"."status" in ('open', 'assigned', 'inProgress', 'longTerm', 'done', 'closed', 'withdrawn', 'merged'));--> statement-breakpoint
ALTER TABLE "problem" DROP CONSTRAINT "problem_source";--> statement-breakpoint
ALTER TABLE "problem" ADD CONSTRAINT "problem_source" CHECK ("problem"."source" in ('visit', 'selfCheck', 'report', 'spotCheck', 'inspection', 'assessment', 'petition', 'warning', 'list'));--> statement-breakpoint
ALTER TABLE "problem_event" DROP CONSTRAINT "problem_event_kind";--> statement-breakpoint
ALTER TABLE "problem_event" ADD CONSTRAINT "problem_event_kind" CHECK ("problem_event"."kind" in ('opened', 'assigned', 'started', 'progress', 'caused', 'tasked', 'planned', 'rectified', 'evidence', 'looked', 'closed', 'sentBack', 'reopened', 'transferred', 'merged', 'withdrawn', 'restated'));--> statement-breakpoint
-- The whole life of a monitored household: from where the lead comes, what was proposed and decided, and the record of
-- each step (votes, minute number, help plan …) beside its stage.
ALTER TABLE "monitoring_lead" ADD COLUMN "source" text DEFAULT 'visit' NOT NULL;--> statement-breakpoint
ALTER TABLE "monitoring_lead" ADD COLUMN "monitored_kind" text;--> statement-breakpoint
ALTER TABLE "monitoring_lead" ADD COLUMN "record" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "monitoring_lead" ADD CONSTRAINT "monitoring_lead_source" CHECK ("monitoring_lead"."source" in ('visit', 'declared', 'list'));--> statement-breakpoint
ALTER TABLE "monitoring_lead" ADD CONSTRAINT "monitoring_lead_kind" CHECK ("monitoring_lead"."monitored_kind" in ('unstable', 'marginal', 'sudden'));--> statement-breakpoint
ALTER TABLE "monitoring_lead" DROP CONSTRAINT "monitoring_lead_stage";--> statement-breakpoint
ALTER TABLE "monitoring_lead" ADD CONSTRAINT "monitoring_lead_stage" CHECK ("monitoring_lead"."stage" in ('flagged', 'checked', 'compared', 'reviewed', 'published', 'township', 'county', 'included', 'announced', 'registered', 'helped', 'easing', 'easingReviewed', 'easingPublished', 'easingTownship', 'easingCounty', 'removed', 'declined', 'withdrawn'));--> statement-breakpoint
DROP INDEX "monitoring_lead_once";--> statement-breakpoint
CREATE UNIQUE INDEX "monitoring_lead_once" ON "monitoring_lead" USING btree ("county","household_id") WHERE stage not in ('removed', 'declined', 'withdrawn');--> statement-breakpoint
-- Mobilisation and training: what a unit held, when, how often, for how many.
CREATE TABLE "activity" (
	"county" text NOT NULL,
	"campaign" text DEFAULT nullif(current_setting('ruhu.campaign', true), '') NOT NULL,
	"id" uuid NOT NULL,
	"unit" text NOT NULL,
	"kind" text NOT NULL,
	"held_on" date NOT NULL,
	"times" integer NOT NULL,
	"people" integer,
	"words" text NOT NULL,
	"staff_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "activity_county_campaign_id_pk" PRIMARY KEY("county","campaign","id"),
	CONSTRAINT "activity_kind" CHECK ("activity"."kind" in ('meeting', 'training', 'inspection'))
);
--> statement-breakpoint
CREATE INDEX "activity_by_unit" ON "activity" USING btree ("county","campaign","unit","held_on");--> statement-breakpoint
ALTER TABLE "activity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "activity" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_county ON "activity" USING (county = (select current_setting('ruhu.county', true)) and campaign = (select current_setting('ruhu.campaign', true)));--> statement-breakpoint
-- A paragraph somebody adds to a part of a unit's report: it stays when the report is made anew.
CREATE TABLE "report_note" (
	"county" text NOT NULL,
	"campaign" text DEFAULT nullif(current_setting('ruhu.campaign', true), '') NOT NULL,
	"unit" text NOT NULL,
	"part" text NOT NULL,
	"words" text NOT NULL,
	"staff_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_note_county_campaign_unit_part_pk" PRIMARY KEY("county","campaign","unit","part")
);
--> statement-breakpoint
ALTER TABLE "report_note" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "report_note" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_county ON "report_note" USING (county = (select current_setting('ruhu.county', true)) and campaign = (select current_setting('ruhu.campaign', true)));
