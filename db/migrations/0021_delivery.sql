-- When a row was last set, by the clock it was set by: what lies in the future was written before the clock was set
-- back (db/outbox/clock-repair.ts).
ALTER TABLE "outbox" ADD COLUMN "set_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "send_pace" ADD COLUMN "set_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
-- Messages of somebody who sends faster than he can be answered: acknowledged, and answered later in their order.
CREATE TABLE "waiting_message" (
	"county" text NOT NULL,
	"channel" text NOT NULL,
	"message_id" text NOT NULL,
	"person" text NOT NULL,
	"no" bigint GENERATED ALWAYS AS IDENTITY (sequence name "waiting_message_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"message" jsonb NOT NULL,
	"photo" "bytea",
	"stored_at" timestamp with time zone DEFAULT now() NOT NULL,
	"leased_at" timestamp with time zone,
	CONSTRAINT "waiting_message_county_channel_message_id_pk" PRIMARY KEY("county","channel","message_id")
);
--> statement-breakpoint
CREATE INDEX "waiting_message_by_person" ON "waiting_message" USING btree ("county","channel","person","no");--> statement-breakpoint
ALTER TABLE "waiting_message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "waiting_message" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_county ON "waiting_message" USING (county = (select current_setting('ruhu.county', true)));--> statement-breakpoint
-- What was erased or closed, when, by whom, how many rows of what: never whose.
CREATE TABLE "erasure" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"what" text NOT NULL,
	"subject" text NOT NULL,
	"by" text NOT NULL,
	"reason" text,
	"counts" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "erasure_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "erasure_what" CHECK ("erasure"."what" in ('household', 'staff', 'county', 'campaign', 'period'))
);
--> statement-breakpoint
ALTER TABLE "erasure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "erasure" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_county ON "erasure" USING (county = (select current_setting('ruhu.county', true)));--> statement-breakpoint
-- Running numbers that people say to each other (问题 36) are counted in each county.
CREATE TABLE "county_number" (
	"county" text NOT NULL,
	"what" text NOT NULL,
	"last" bigint NOT NULL,
	CONSTRAINT "county_number_county_what_pk" PRIMARY KEY("county","what")
);
--> statement-breakpoint
-- The owner is held by the policies too: for a moment not, to see the numbers given out.
ALTER TABLE "problem" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "monitoring_lead" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "county_number" SELECT county, 'problem', max(no) FROM "problem" GROUP BY county;--> statement-breakpoint
INSERT INTO "county_number" SELECT county, 'monitoring_lead', max(no) FROM "monitoring_lead" GROUP BY county;--> statement-breakpoint
ALTER TABLE "problem" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "monitoring_lead" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "county_number" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "county_number" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY by_county ON "county_number" USING (county = (select current_setting('ruhu.county', true)));--> statement-breakpoint
ALTER TABLE "problem" ALTER COLUMN "no" DROP IDENTITY;--> statement-breakpoint
ALTER TABLE "monitoring_lead" ALTER COLUMN "no" DROP IDENTITY;--> statement-breakpoint
ALTER TABLE "problem" ALTER COLUMN "no" SET DEFAULT 0;--> statement-breakpoint
ALTER TABLE "monitoring_lead" ALTER COLUMN "no" SET DEFAULT 0;--> statement-breakpoint
CREATE FUNCTION ruhu_next_no() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- One that comes with its number (a restored backup) keeps it.
  IF new.no > 0 THEN
    INSERT INTO county_number AS c (county, what, last) VALUES (new.county, tg_argv[0], new.no)
      ON CONFLICT (county, what) DO UPDATE SET last = greatest(c.last, excluded.last);
    RETURN new;
  END IF;
  INSERT INTO county_number AS c (county, what, last) VALUES (new.county, tg_argv[0], 1)
    ON CONFLICT (county, what) DO UPDATE SET last = c.last + 1 RETURNING last INTO new.no;
  RETURN new;
END $$;--> statement-breakpoint
CREATE TRIGGER next_no BEFORE INSERT ON "problem" FOR EACH ROW EXECUTE FUNCTION ruhu_next_no('problem');--> statement-breakpoint
CREATE TRIGGER next_no BEFORE INSERT ON "monitoring_lead" FOR EACH ROW EXECUTE FUNCTION ruhu_next_no('monitoring_lead');
