-- What households think of the work, asked by who checks or answered by themselves with a code on paper.
CREATE TABLE "opinion" (
	"county" text NOT NULL,
	"campaign" text DEFAULT nullif(current_setting('ruhu.campaign', true), '') NOT NULL,
	"household_id" uuid NOT NULL,
	"village" text NOT NULL,
	"township" text NOT NULL,
	"source" text NOT NULL,
	"answers" jsonb NOT NULL,
	"answered_on" date NOT NULL,
	CONSTRAINT "opinion_county_campaign_household_id_source_pk" PRIMARY KEY("county","campaign","household_id","source"),
	CONSTRAINT "opinion_source" CHECK ("opinion"."source" in ('spotCheck', 'household'))
);
--> statement-breakpoint
CREATE INDEX "opinion_by_township" ON "opinion" USING btree ("county","campaign","township");--> statement-breakpoint
CREATE TABLE "opinion_code" (
	"county" text NOT NULL,
	"campaign" text DEFAULT nullif(current_setting('ruhu.campaign', true), '') NOT NULL,
	"code_hash" text NOT NULL,
	"household_id" uuid NOT NULL,
	"village" text NOT NULL,
	"township" text NOT NULL,
	"issued_by" uuid,
	"issued_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used" text DEFAULT 'no' NOT NULL,
	CONSTRAINT "opinion_code_county_campaign_code_hash_pk" PRIMARY KEY("county","campaign","code_hash"),
	CONSTRAINT "opinion_code_used" CHECK ("opinion_code"."used" in ('no', 'yes', 'void'))
);
--> statement-breakpoint
CREATE INDEX "opinion_code_open" ON "opinion_code" USING btree ("county","campaign","household_id") WHERE used = 'no';--> statement-breakpoint
-- Who visits a household is judged by it: a village's people see no row of it, a township's and the county's do.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['opinion', 'opinion_code'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($q$CREATE POLICY by_township ON %I USING (county = (select current_setting('ruhu.county', true))
      and campaign = (select current_setting('ruhu.campaign', true))
      and ((select current_setting('ruhu.villages', true)) = '*'
        or township = any ((select string_to_array(current_setting('ruhu.units', true), ','))::text[])))$q$, t);
  END LOOP;
END $$;
