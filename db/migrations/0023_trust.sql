-- Who became whom, and who may read whose conversation. ruhu.program = 'yes' says that a statement is the program's own
-- (loops, the hot path, whole-county work): db/base/scope.ts sets it, and nothing a person says does.
ALTER TABLE "bind_code" ADD COLUMN "used_account" uuid;--> statement-breakpoint
ALTER TABLE "bind_code" ADD COLUMN "used_channel" text;--> statement-breakpoint
ALTER TABLE "bind_code" ADD COLUMN "second_needed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "bind_code" ADD COLUMN "second_by" uuid;--> statement-breakpoint
ALTER TABLE "bind_code" ADD COLUMN "second_at" timestamp with time zone;--> statement-breakpoint
CREATE TABLE "web_session" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"by" text NOT NULL,
	"device" text DEFAULT '' NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "web_session_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "web_session_by_staff" ON "web_session" USING btree ("county","staff_id");--> statement-breakpoint
CREATE TABLE "security_event" (
	"county" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "security_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"staff_id" uuid,
	"by_staff" uuid,
	"by_operator" text,
	"account_id" uuid,
	"channel" text,
	"detail" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "security_event_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE INDEX "security_event_by_time" ON "security_event" USING btree ("county","at");--> statement-breakpoint
CREATE INDEX "security_event_by_kind" ON "security_event" USING btree ("county","kind","at");--> statement-breakpoint
ALTER TABLE "access_log" ADD COLUMN "by_operator" text;--> statement-breakpoint
REVOKE UPDATE, DELETE ON "security_event" FROM ruhu_app;--> statement-breakpoint
DO $$
DECLARE
  in_county constant text := $q$county = (select current_setting('ruhu.county', true))$q$;
  program constant text := $q$(select coalesce(current_setting('ruhu.program', true), '')) = 'yes'$q$;
  mine constant text := $q$staff_id = (select nullif(current_setting('ruhu.staff', true), '')::uuid)$q$;
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['web_session', 'security_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  -- A conversation is its person's; codes and the queue are nobody's.
  FOREACH t IN ARRAY ARRAY['inbox', 'dialogue', 'account'] LOOP
    EXECUTE format('DROP POLICY by_county ON %I', t);
    EXECUTE format('CREATE POLICY by_person ON %I USING (%s and (%s or %s))', t, in_county, program, mine);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['outbox', 'bind_code', 'waiting_message'] LOOP
    EXECUTE format('DROP POLICY by_county ON %I', t);
    EXECUTE format('CREATE POLICY by_program ON %I USING (%s and %s)', t, in_county, program);
  END LOOP;
  EXECUTE format('CREATE POLICY by_person ON web_session USING (%s and (%s or %s))', in_county, program, mine);
  EXECUTE format('CREATE POLICY by_program ON security_event USING (%s and %s)', in_county, program);
  DROP POLICY by_chat ON web_message;
  EXECUTE format($q$CREATE POLICY by_chat ON web_message USING (%s and (%s or chat like 'room:%%'
    or chat = (select 'person:' || current_setting('ruhu.staff', true))))$q$, in_county, program);
  -- Nobody signs a look with another's name.
  DROP POLICY written ON access_log;
  EXECUTE format('CREATE POLICY written ON access_log FOR INSERT WITH CHECK (%s and (%s or %s))', in_county, program, mine);
END $$;
