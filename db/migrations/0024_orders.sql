-- What an order changed and what stood there before, so that 撤销 takes it back within the hour. Its own orders only.
CREATE TABLE "order_log" (
	"county" text NOT NULL,
	"campaign" text DEFAULT nullif(current_setting('ruhu.campaign', true), '') NOT NULL,
	"no" bigint GENERATED ALWAYS AS IDENTITY,
	"staff_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"subject" uuid NOT NULL,
	"version" bigint,
	"before" jsonb NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "order_log_county_campaign_no_pk" PRIMARY KEY("county","campaign","no")
);
--> statement-breakpoint
CREATE INDEX "order_log_by_staff" ON "order_log" ("county","campaign","staff_id","at");
--> statement-breakpoint
ALTER TABLE order_log ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE order_log FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own ON order_log USING (county = (select current_setting('ruhu.county', true))
  and campaign = (select current_setting('ruhu.campaign', true))
  and staff_id = (select nullif(current_setting('ruhu.staff', true), '')::uuid));
--> statement-breakpoint
REVOKE DELETE ON order_log FROM ruhu_app;
