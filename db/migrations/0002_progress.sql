CREATE TABLE "progress_summary" (
	"county" text NOT NULL,
	"village" text NOT NULL,
	"township" text NOT NULL,
	"counts" jsonb NOT NULL,
	"days" jsonb NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"took_ms" integer NOT NULL,
	CONSTRAINT "progress_summary_county_village_pk" PRIMARY KEY("county","village")
);
--> statement-breakpoint
CREATE TABLE "push_run" (
	"county" text NOT NULL,
	"job" text NOT NULL,
	"date" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"queued" integer DEFAULT 0 NOT NULL,
	"withheld" integer DEFAULT 0 NOT NULL,
	"unreachable" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "push_run_county_job_date_pk" PRIMARY KEY("county","job","date")
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "receiver" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "tally" text GENERATED ALWAYS AS (case when questionnaire <> 'household' then null
        when status in ('submitted', 'verified') then case status when 'submitted' then 'S' else 'V' end
          || case when outcome in ('moved', 'deceased', 'merged') then 'x' else '' end
          || case when cardinality(to_verify) > 0 then 'u' else '' end
          || case when problem_count > 0 then 'p' else '' end
        when status = 'returned' then 'R'
        else case outcome when 'notHome' then 'N' when 'refused' then 'F' else 'D' end end) STORED;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "submitted_on" date GENERATED ALWAYS AS ((submitted_at at time zone 'Asia/Shanghai')::date) STORED;--> statement-breakpoint
CREATE INDEX "progress_summary_by_township" ON "progress_summary" USING btree ("county","township");--> statement-breakpoint
CREATE INDEX "household_counted" ON "household" USING btree ("county","village") WHERE active;--> statement-breakpoint
CREATE INDEX "household_left" ON "household" USING btree ("county","id") WHERE not active;--> statement-breakpoint
CREATE INDEX "outbox_by_receiver" ON "outbox" USING btree ("county","receiver","created_at") WHERE kind in ('reminder', 'digest');--> statement-breakpoint
CREATE INDEX "visit_tally" ON "visit" USING btree ("county","village","tally","submitted_on");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK ("outbox"."kind" in ('reply', 'reminder', 'digest', 'deadline'));--> statement-breakpoint
-- The new tables are held by the same rules as the old ones (0001_access.sql).
ALTER TABLE "push_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "push_run" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_county ON "push_run" USING (county = (select current_setting('ruhu.county', true)));--> statement-breakpoint
ALTER TABLE "progress_summary" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "progress_summary" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_village ON "progress_summary" USING (county = (select current_setting('ruhu.county', true))
  and ((select current_setting('ruhu.villages', true)) = '*' or village = any ((select string_to_array(current_setting('ruhu.villages', true), ','))::text[])));--> statement-breakpoint
-- The summary is written anew again and again: room on the page keeps it in place.
ALTER TABLE "progress_summary" SET (fillfactor = 40);
