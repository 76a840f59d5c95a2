-- A household may be visited in several campaigns. Every transaction runs in one (ruhu.campaign, db/scope.ts), and
-- the policies show its rows alone. What is there already belongs to the first campaign: as a constant default it is
-- filled in without writing a row anew, and isn't kept from the owner by the row-level policies.
ALTER TABLE "answer" ADD COLUMN "campaign" text DEFAULT 'xiaoxian-2021' NOT NULL;
--> statement-breakpoint
ALTER TABLE "answer" ALTER COLUMN "campaign" SET DEFAULT nullif(current_setting('ruhu.campaign', true), '');
--> statement-breakpoint
ALTER TABLE "assignment" ADD COLUMN "campaign" text DEFAULT 'xiaoxian-2021' NOT NULL;
--> statement-breakpoint
ALTER TABLE "assignment" ALTER COLUMN "campaign" SET DEFAULT nullif(current_setting('ruhu.campaign', true), '');
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "campaign" text DEFAULT 'xiaoxian-2021' NOT NULL;
--> statement-breakpoint
ALTER TABLE "outbox" ALTER COLUMN "campaign" SET DEFAULT coalesce(current_setting('ruhu.campaign', true), '');
--> statement-breakpoint
ALTER TABLE "problem" ADD COLUMN "campaign" text DEFAULT 'xiaoxian-2021' NOT NULL;
--> statement-breakpoint
ALTER TABLE "problem" ALTER COLUMN "campaign" SET DEFAULT nullif(current_setting('ruhu.campaign', true), '');
--> statement-breakpoint
ALTER TABLE "problem_event" ADD COLUMN "campaign" text DEFAULT 'xiaoxian-2021' NOT NULL;
--> statement-breakpoint
ALTER TABLE "problem_event" ALTER COLUMN "campaign" SET DEFAULT nullif(current_setting('ruhu.campaign', true), '');
--> statement-breakpoint
ALTER TABLE "progress_summary" ADD COLUMN "campaign" text DEFAULT 'xiaoxian-2021' NOT NULL;
--> statement-breakpoint
ALTER TABLE "progress_summary" ALTER COLUMN "campaign" SET DEFAULT nullif(current_setting('ruhu.campaign', true), '');
--> statement-breakpoint
ALTER TABLE "push_run" ADD COLUMN "campaign" text DEFAULT 'xiaoxian-2021' NOT NULL;
--> statement-breakpoint
ALTER TABLE "push_run" ALTER COLUMN "campaign" SET DEFAULT nullif(current_setting('ruhu.campaign', true), '');
--> statement-breakpoint
ALTER TABLE "self_check" ADD COLUMN "campaign" text DEFAULT 'xiaoxian-2021' NOT NULL;
--> statement-breakpoint
ALTER TABLE "self_check" ALTER COLUMN "campaign" SET DEFAULT nullif(current_setting('ruhu.campaign', true), '');
--> statement-breakpoint
ALTER TABLE "self_report" ADD COLUMN "campaign" text DEFAULT 'xiaoxian-2021' NOT NULL;
--> statement-breakpoint
ALTER TABLE "self_report" ALTER COLUMN "campaign" SET DEFAULT nullif(current_setting('ruhu.campaign', true), '');
--> statement-breakpoint
ALTER TABLE "spot_check" ADD COLUMN "campaign" text DEFAULT 'xiaoxian-2021' NOT NULL;
--> statement-breakpoint
ALTER TABLE "spot_check" ALTER COLUMN "campaign" SET DEFAULT nullif(current_setting('ruhu.campaign', true), '');
--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "campaign" text DEFAULT 'xiaoxian-2021' NOT NULL;
--> statement-breakpoint
ALTER TABLE "visit" ALTER COLUMN "campaign" SET DEFAULT nullif(current_setting('ruhu.campaign', true), '');
--> statement-breakpoint
ALTER TABLE "self_check" DROP CONSTRAINT "self_check_once";
--> statement-breakpoint
ALTER TABLE "visit" DROP CONSTRAINT "visit_once";
--> statement-breakpoint
ALTER TABLE "problem_event" DROP CONSTRAINT "problem_event_problem";
--> statement-breakpoint
DROP INDEX "answer_by_visit";
--> statement-breakpoint
DROP INDEX "answer_confirmed";
--> statement-breakpoint
DROP INDEX "assignment_by_staff";
--> statement-breakpoint
DROP INDEX "assignment_by_village";
--> statement-breakpoint
DROP INDEX "problem_once";
--> statement-breakpoint
DROP INDEX "problem_by_village";
--> statement-breakpoint
DROP INDEX "problem_by_township";
--> statement-breakpoint
DROP INDEX "problem_by_lead_unit";
--> statement-breakpoint
DROP INDEX "problem_by_responsible";
--> statement-breakpoint
DROP INDEX "problem_by_due";
--> statement-breakpoint
DROP INDEX "problem_event_by_problem";
--> statement-breakpoint
DROP INDEX "progress_summary_by_township";
--> statement-breakpoint
DROP INDEX "self_check_by_unit";
--> statement-breakpoint
DROP INDEX "self_report_by_unit";
--> statement-breakpoint
DROP INDEX "spot_check_once";
--> statement-breakpoint
DROP INDEX "spot_check_by_village";
--> statement-breakpoint
DROP INDEX "visit_by_village";
--> statement-breakpoint
DROP INDEX "visit_by_township";
--> statement-breakpoint
DROP INDEX "visit_tally";
--> statement-breakpoint
DROP INDEX "visit_by_helper";
--> statement-breakpoint
ALTER TABLE "answer" DROP CONSTRAINT "answer_county_id_pk";
--> statement-breakpoint
ALTER TABLE "assignment" DROP CONSTRAINT "assignment_county_household_id_staff_id_pk";
--> statement-breakpoint
ALTER TABLE "problem" DROP CONSTRAINT "problem_county_id_pk";
--> statement-breakpoint
ALTER TABLE "problem_event" DROP CONSTRAINT "problem_event_county_id_pk";
--> statement-breakpoint
ALTER TABLE "progress_summary" DROP CONSTRAINT "progress_summary_county_village_pk";
--> statement-breakpoint
ALTER TABLE "push_run" DROP CONSTRAINT "push_run_county_job_date_pk";
--> statement-breakpoint
ALTER TABLE "self_check" DROP CONSTRAINT "self_check_county_id_pk";
--> statement-breakpoint
ALTER TABLE "self_report" DROP CONSTRAINT "self_report_county_id_pk";
--> statement-breakpoint
ALTER TABLE "spot_check" DROP CONSTRAINT "spot_check_county_id_pk";
--> statement-breakpoint
ALTER TABLE "visit" DROP CONSTRAINT "visit_county_id_pk";
--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_county_campaign_id_pk" PRIMARY KEY("county","campaign","id");
--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_county_campaign_household_id_staff_id_pk" PRIMARY KEY("county","campaign","household_id","staff_id");
--> statement-breakpoint
ALTER TABLE "problem" ADD CONSTRAINT "problem_county_campaign_id_pk" PRIMARY KEY("county","campaign","id");
--> statement-breakpoint
ALTER TABLE "problem_event" ADD CONSTRAINT "problem_event_county_campaign_id_pk" PRIMARY KEY("county","campaign","id");
--> statement-breakpoint
ALTER TABLE "progress_summary" ADD CONSTRAINT "progress_summary_county_campaign_village_pk" PRIMARY KEY("county","campaign","village");
--> statement-breakpoint
ALTER TABLE "push_run" ADD CONSTRAINT "push_run_county_campaign_job_date_pk" PRIMARY KEY("county","campaign","job","date");
--> statement-breakpoint
ALTER TABLE "self_check" ADD CONSTRAINT "self_check_county_campaign_id_pk" PRIMARY KEY("county","campaign","id");
--> statement-breakpoint
ALTER TABLE "self_report" ADD CONSTRAINT "self_report_county_campaign_id_pk" PRIMARY KEY("county","campaign","id");
--> statement-breakpoint
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_county_campaign_id_pk" PRIMARY KEY("county","campaign","id");
--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_county_campaign_id_pk" PRIMARY KEY("county","campaign","id");
--> statement-breakpoint
ALTER TABLE "problem_event" ADD CONSTRAINT "problem_event_problem" FOREIGN KEY ("county","campaign","problem_id") REFERENCES "public"."problem"("county","campaign","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "answer_by_visit" ON "answer" USING btree ("county","campaign","visit_id");
--> statement-breakpoint
CREATE INDEX "answer_confirmed" ON "answer" USING btree ("county","campaign","village","staff_id") WHERE before ->> 'from' = 'register';
--> statement-breakpoint
CREATE INDEX "assignment_by_staff" ON "assignment" USING btree ("county","campaign","staff_id","village");
--> statement-breakpoint
CREATE INDEX "assignment_by_village" ON "assignment" USING btree ("county","campaign","village");
--> statement-breakpoint
CREATE UNIQUE INDEX "problem_once" ON "problem" USING btree ("county","campaign","household_id","key") WHERE status not in ('withdrawn', 'merged');
--> statement-breakpoint
CREATE INDEX "problem_by_village" ON "problem" USING btree ("county","campaign","village","status");
--> statement-breakpoint
CREATE INDEX "problem_by_township" ON "problem" USING btree ("county","campaign","township","status");
--> statement-breakpoint
CREATE INDEX "problem_by_lead_unit" ON "problem" USING btree ("county","campaign","lead_unit","status");
--> statement-breakpoint
CREATE INDEX "problem_by_responsible" ON "problem" USING btree ("county","campaign","responsible_unit","status");
--> statement-breakpoint
CREATE INDEX "problem_by_due" ON "problem" USING btree ("county","campaign","due") WHERE status in ('open', 'assigned', 'inProgress');
--> statement-breakpoint
CREATE INDEX "problem_event_by_problem" ON "problem_event" USING btree ("county","campaign","problem_id");
--> statement-breakpoint
CREATE INDEX "progress_summary_by_township" ON "progress_summary" USING btree ("county","campaign","township");
--> statement-breakpoint
CREATE INDEX "self_check_by_unit" ON "self_check" USING btree ("county","campaign","unit");
--> statement-breakpoint
CREATE INDEX "self_report_by_unit" ON "self_report" USING btree ("county","campaign","unit","as_of");
--> statement-breakpoint
CREATE UNIQUE INDEX "spot_check_once" ON "spot_check" USING btree ("county","campaign","household_id") WHERE status = 'drawn';
--> statement-breakpoint
CREATE INDEX "spot_check_by_village" ON "spot_check" USING btree ("county","campaign","village","status");
--> statement-breakpoint
CREATE INDEX "visit_by_village" ON "visit" USING btree ("county","campaign","village","status");
--> statement-breakpoint
CREATE INDEX "visit_by_township" ON "visit" USING btree ("county","campaign","township","status");
--> statement-breakpoint
CREATE INDEX "visit_tally" ON "visit" USING btree ("county","campaign","village","tally","submitted_on");
--> statement-breakpoint
CREATE INDEX "visit_by_helper" ON "visit" USING btree ("county","campaign","helper","status");
--> statement-breakpoint
ALTER TABLE "self_check" ADD CONSTRAINT "self_check_once" UNIQUE("county","campaign","area","unit");
--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_once" UNIQUE("county","campaign","household_id","questionnaire");
--> statement-breakpoint
-- The settings say which campaign they are; the owner is held by row-level security too, so it is lifted for this.
ALTER TABLE "setting" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE "setting" SET value = value || '{"id": "xiaoxian-2021"}', version = version + 1 WHERE key = 'campaign';
--> statement-breakpoint
ALTER TABLE "setting" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- The rules of 0001_access.sql and 0002_progress.sql, within the transaction's campaign.
DO $$
DECLARE
  here constant text := $q$county = (select current_setting('ruhu.county', true)) and campaign = (select current_setting('ruhu.campaign', true))$q$;
  in_villages constant text := $q$((select current_setting('ruhu.villages', true)) = '*' or village = any ((select string_to_array(current_setting('ruhu.villages', true), ','))::text[]))$q$;
  my_units constant text := $q$any ((select string_to_array(current_setting('ruhu.units', true), ','))::text[])$q$;
  is_mine constant text := $q$staff_id = (select nullif(current_setting('ruhu.staff', true), '')::uuid)$q$;
  leads_area constant text := $q$area = any ((select string_to_array(nullif(current_setting('ruhu.areas', true), ''), ','))::int[])$q$;
  has_areas constant text := $q$(select current_setting('ruhu.areas', true)) <> ''$q$;
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['self_report', 'push_run'] LOOP
    EXECUTE format('ALTER POLICY by_county ON %I USING (%s)', t, here);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['visit', 'answer', 'spot_check', 'progress_summary'] LOOP
    EXECUTE format('ALTER POLICY by_village ON %I USING (%s and %s)', t, here, in_villages);
  END LOOP;
  EXECUTE format('ALTER POLICY by_village ON assignment USING (%s and (%s or %s))', here, in_villages, is_mine);
  EXECUTE format('ALTER POLICY by_village_or_unit ON problem USING (%s and (%s or lead_unit = %s or responsible_unit = %s or (village is null and township = %s)))',
    here, in_villages, my_units, my_units, my_units);
  EXECUTE format('ALTER POLICY written ON problem_event WITH CHECK (%s)', here);
  EXECUTE format('ALTER POLICY by_problem ON problem_event USING (%s and exists (select 1 from problem p where p.county = problem_event.county and p.campaign = problem_event.campaign and p.id = problem_event.problem_id))', here);
  EXECUTE format('ALTER POLICY by_unit_or_area ON self_check USING (%s and (%s or unit = %s or (%s and %s)))', here, in_villages, my_units, has_areas, leads_area);
END $$;
