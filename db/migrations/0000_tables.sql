CREATE TABLE "access_log" (
	"county" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "access_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"staff_id" uuid,
	"household_id" uuid,
	"village" text,
	"what" text NOT NULL,
	"chat" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "access_log_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "account" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"channel" text NOT NULL,
	"external_id" text NOT NULL,
	"staff_id" uuid,
	"display_name" text,
	"bound_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"last_seen_at" timestamp with time zone,
	CONSTRAINT "account_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "account_external" UNIQUE("county","channel","external_id")
);
--> statement-breakpoint
CREATE TABLE "answer" (
	"county" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "answer_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"visit_id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"village" text NOT NULL,
	"question" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"staff_id" uuid,
	"channel" text NOT NULL,
	"message_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "answer_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "assignment" (
	"county" text NOT NULL,
	"household_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"village" text NOT NULL,
	"kind" text DEFAULT 'main' NOT NULL,
	"until" date,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assignment_county_household_id_staff_id_pk" PRIMARY KEY("county","household_id","staff_id"),
	CONSTRAINT "assignment_kind" CHECK ("assignment"."kind" in ('main', 'standIn'))
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"kind" text DEFAULT 'photo' NOT NULL,
	"mime" text NOT NULL,
	"bytes" integer NOT NULL,
	"data" "bytea" NOT NULL,
	"household_id" uuid,
	"visit_id" uuid,
	"problem_id" uuid,
	"question" text,
	"village" text,
	"staff_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "attachment_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "bind_code" (
	"county" text NOT NULL,
	"code_hash" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"issued_by" uuid,
	"issued_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "bind_code_county_code_hash_pk" PRIMARY KEY("county","code_hash")
);
--> statement-breakpoint
CREATE TABLE "dialogue" (
	"county" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"state" jsonb NOT NULL,
	"version" integer NOT NULL,
	"visit_id" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dialogue_county_staff_id_pk" PRIMARY KEY("county","staff_id")
);
--> statement-breakpoint
CREATE TABLE "household" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"head_name" text NOT NULL,
	"head_pinyin" text NOT NULL,
	"head_initials" text NOT NULL,
	"id_cipher" "bytea",
	"id_hash" "bytea",
	"type" text NOT NULL,
	"monitored_kind" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"population" integer,
	"members" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"village" text NOT NULL,
	"township" text NOT NULL,
	"grp" text DEFAULT '' NOT NULL,
	"grp_no" integer DEFAULT 0 NOT NULL,
	"sort" integer DEFAULT 0 NOT NULL,
	"phone" text,
	"last_year_income_per_head" integer,
	"known" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"extra" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"source" text DEFAULT 'register' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "household_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "household_code" UNIQUE("county","code"),
	CONSTRAINT "household_type" CHECK ("household"."type" in ('general', 'povertyAlleviated', 'monitored')),
	CONSTRAINT "household_monitored_kind" CHECK ("household"."monitored_kind" in ('unstable', 'marginal', 'sudden'))
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"county" text NOT NULL,
	"channel" text NOT NULL,
	"message_id" text NOT NULL,
	"account_id" uuid,
	"staff_id" uuid,
	"room_id" uuid,
	"chat" jsonb NOT NULL,
	"replies" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "inbox_county_channel_message_id_pk" PRIMARY KEY("county","channel","message_id")
);
--> statement-breakpoint
CREATE TABLE "monitoring_lead" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"no" bigint GENERATED ALWAYS AS IDENTITY (sequence name "monitoring_lead_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"household_id" uuid NOT NULL,
	"visit_id" uuid,
	"village" text NOT NULL,
	"township" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"stage" text DEFAULT 'flagged' NOT NULL,
	"flagged_at" timestamp with time zone NOT NULL,
	"stage_at" timestamp with time zone NOT NULL,
	"stage_due" date,
	"published_from" date,
	"declined_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "monitoring_lead_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "monitoring_lead_no" UNIQUE("county","no"),
	CONSTRAINT "monitoring_lead_stage" CHECK ("monitoring_lead"."stage" in ('flagged', 'checked', 'reviewed', 'published', 'township', 'county', 'included', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "monitoring_lead_event" (
	"county" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "monitoring_lead_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"lead_id" uuid NOT NULL,
	"village" text NOT NULL,
	"kind" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"staff_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"words" text,
	"attachments" uuid[],
	CONSTRAINT "monitoring_lead_event_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"county" text NOT NULL,
	"key" text NOT NULL,
	"channel" text NOT NULL,
	"address" jsonb NOT NULL,
	"priority" integer DEFAULT 5 NOT NULL,
	"body" jsonb NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"leased_by" text,
	"sent_at" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_county_key_pk" PRIMARY KEY("county","key"),
	CONSTRAINT "outbox_status" CHECK ("outbox"."status" in ('queued', 'sent', 'dead'))
);
--> statement-breakpoint
CREATE TABLE "platform_token" (
	"county" text NOT NULL,
	"name" text NOT NULL,
	"cipher" "bytea" NOT NULL,
	"expires_at" timestamp with time zone,
	CONSTRAINT "platform_token_county_name_pk" PRIMARY KEY("county","name")
);
--> statement-breakpoint
CREATE TABLE "problem" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"no" bigint GENERATED ALWAYS AS IDENTITY (sequence name "problem_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"household_id" uuid,
	"visit_id" uuid,
	"self_check_id" uuid,
	"village" text,
	"township" text,
	"category" text NOT NULL,
	"clause" text NOT NULL,
	"key" text NOT NULL,
	"description" text NOT NULL,
	"source" text NOT NULL,
	"lead_unit" text NOT NULL,
	"responsible_unit" text,
	"responsible_staff" uuid,
	"due" date,
	"status" text DEFAULT 'open' NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" uuid,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"merged_into" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "problem_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "problem_no" UNIQUE("county","no"),
	CONSTRAINT "problem_category" CHECK ("problem"."category" in ('education', 'medical', 'housing', 'water', 'income', 'assistance', 'relocation', 'industry', 'employment', 'safetyNet', 'satisfaction', 'policy', 'other')),
	CONSTRAINT "problem_source" CHECK ("problem"."source" in ('visit', 'selfCheck', 'report', 'spotCheck')),
	CONSTRAINT "problem_status" CHECK ("problem"."status" in ('open', 'assigned', 'inProgress', 'done', 'closed', 'withdrawn', 'merged')),
	CONSTRAINT "problem_of_something" CHECK ("problem"."household_id" is not null or "problem"."self_check_id" is not null or "problem"."village" is not null or "problem"."township" is not null)
);
--> statement-breakpoint
CREATE TABLE "problem_event" (
	"county" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "problem_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"problem_id" uuid NOT NULL,
	"village" text,
	"kind" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"staff_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"words" text,
	"attachments" uuid[],
	CONSTRAINT "problem_event_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "problem_event_kind" CHECK ("problem_event"."kind" in ('opened', 'assigned', 'started', 'rectified', 'evidence', 'closed', 'sentBack', 'reopened', 'transferred', 'merged', 'withdrawn', 'restated'))
);
--> statement-breakpoint
CREATE TABLE "register_fact" (
	"county" text NOT NULL,
	"household_id" uuid NOT NULL,
	"source" text NOT NULL,
	"village" text NOT NULL,
	"facts" jsonb NOT NULL,
	"import_id" uuid NOT NULL,
	CONSTRAINT "register_fact_county_household_id_source_pk" PRIMARY KEY("county","household_id","source")
);
--> statement-breakpoint
CREATE TABLE "register_import" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"rows" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_staff" uuid,
	"summary" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "register_import_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "room" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"channel" text NOT NULL,
	"external_id" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"unit" text,
	"bound_by" uuid,
	"bound_at" timestamp with time zone,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "room_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "room_external" UNIQUE("county","channel","external_id")
);
--> statement-breakpoint
CREATE TABLE "self_check" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"area" integer NOT NULL,
	"unit" text NOT NULL,
	"level" text NOT NULL,
	"village" text,
	"township" text,
	"questionnaire_version" integer NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"filled_by" uuid,
	"submitted_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "self_check_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "self_check_once" UNIQUE("county","area","unit"),
	CONSTRAINT "self_check_status" CHECK ("self_check"."status" in ('draft', 'submitted'))
);
--> statement-breakpoint
CREATE TABLE "self_report" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"unit" text NOT NULL,
	"as_of" date NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" uuid,
	"filed_at" timestamp with time zone,
	"filed_by" uuid,
	"sent_at" timestamp with time zone,
	"figures" jsonb NOT NULL,
	CONSTRAINT "self_report_county_id_pk" PRIMARY KEY("county","id")
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"county" text NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "setting_county_key_pk" PRIMARY KEY("county","key")
);
--> statement-breakpoint
CREATE TABLE "spot_check" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"village" text NOT NULL,
	"township" text NOT NULL,
	"helper" uuid NOT NULL,
	"why" text[] NOT NULL,
	"seed" text NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	"drawn_by" uuid,
	"status" text DEFAULT 'drawn' NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"differences" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "spot_check_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "spot_check_status" CHECK ("spot_check"."status" in ('drawn', 'done'))
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"duty" text,
	"roles" text[] NOT NULL,
	"unit" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"muted" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "staff_phone" UNIQUE("county","phone")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"county" text NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"short" text NOT NULL,
	"parent" text,
	"sort" integer DEFAULT 0 NOT NULL,
	"areas" integer[],
	"valid_from" date,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "unit_county_code_pk" PRIMARY KEY("county","code"),
	CONSTRAINT "unit_county" CHECK ("unit"."county" ~ '^[0-9]{6}$'),
	CONSTRAINT "unit_kind" CHECK ("unit"."kind" in ('county', 'township', 'village', 'department'))
);
--> statement-breakpoint
CREATE TABLE "visit" (
	"county" text NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"village" text NOT NULL,
	"township" text NOT NULL,
	"helper" uuid NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"questionnaire" text NOT NULL,
	"questionnaire_version" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"population" integer GENERATED ALWAYS AS (case jsonb_typeof(answers #> '{population,v}') when 'number' then (answers #> '{population,v}')::integer end) STORED,
	"annual_income" integer GENERATED ALWAYS AS (case jsonb_typeof(answers #> '{annualIncome,v}') when 'number' then (answers #> '{annualIncome,v}')::integer end) STORED,
	"income_source" jsonb GENERATED ALWAYS AS (answers #> '{incomeSource,v}') STORED,
	"income_stable" boolean GENERATED ALWAYS AS (case jsonb_typeof(answers #> '{incomeStable,v}') when 'boolean' then (answers #> '{incomeStable,v}')::boolean end) STORED,
	"all_insured" boolean GENERATED ALWAYS AS (case jsonb_typeof(answers #> '{allInsured,v}') when 'boolean' then (answers #> '{allInsured,v}')::boolean end) STORED,
	"serious_illness" boolean GENERATED ALWAYS AS (case jsonb_typeof(answers #> '{seriousIllness,v}') when 'boolean' then (answers #> '{seriousIllness,v}')::boolean end) STORED,
	"can_afford_care" boolean GENERATED ALWAYS AS (case jsonb_typeof(answers #> '{canAffordCare,v}') when 'boolean' then (answers #> '{canAffordCare,v}')::boolean end) STORED,
	"school_age_child" boolean GENERATED ALWAYS AS (case jsonb_typeof(answers #> '{schoolAgeChild,v}') when 'boolean' then (answers #> '{schoolAgeChild,v}')::boolean end) STORED,
	"dropped_out" boolean GENERATED ALWAYS AS (case jsonb_typeof(answers #> '{droppedOut,v}') when 'boolean' then (answers #> '{droppedOut,v}')::boolean end) STORED,
	"dropout_reason" text GENERATED ALWAYS AS (answers #>> '{dropoutReason,v}') STORED,
	"housing_safe" boolean GENERATED ALWAYS AS (case jsonb_typeof(answers #> '{housingSafe,v}') when 'boolean' then (answers #> '{housingSafe,v}')::boolean end) STORED,
	"housing_appraised" boolean GENERATED ALWAYS AS (case jsonb_typeof(answers #> '{housingAppraised,v}') when 'boolean' then (answers #> '{housingAppraised,v}')::boolean end) STORED,
	"other_safe_housing" boolean GENERATED ALWAYS AS (case jsonb_typeof(answers #> '{otherSafeHousing,v}') when 'boolean' then (answers #> '{otherSafeHousing,v}')::boolean end) STORED,
	"water_problem" boolean GENERATED ALWAYS AS (case jsonb_typeof(answers #> '{waterProblem,v}') when 'boolean' then (answers #> '{waterProblem,v}')::boolean end) STORED,
	"other_problems" text GENERATED ALWAYS AS (answers #>> '{otherProblems,v}') STORED,
	"other_difficulties" boolean GENERATED ALWAYS AS (case jsonb_typeof(answers #> '{otherDifficulties,v}') when 'boolean' then (answers #> '{otherDifficulties,v}')::boolean end) STORED,
	"problem_count" integer DEFAULT 0 NOT NULL,
	"to_verify" text[] DEFAULT '{}' NOT NULL,
	"warnings" text[] DEFAULT '{}' NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	"returned_by" uuid,
	"return_reason" text,
	"verified_at" timestamp with time zone,
	"verified_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "visit_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "visit_once" UNIQUE("county","household_id","questionnaire"),
	CONSTRAINT "visit_status" CHECK ("visit"."status" in ('draft', 'submitted', 'returned', 'verified')),
	CONSTRAINT "visit_outcome" CHECK ("visit"."outcome" in ('answered', 'notHome', 'refused', 'moved', 'deceased', 'merged'))
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_staff" FOREIGN KEY ("county","staff_id") REFERENCES "public"."staff"("county","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_household" FOREIGN KEY ("county","household_id") REFERENCES "public"."household"("county","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_staff" FOREIGN KEY ("county","staff_id") REFERENCES "public"."staff"("county","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bind_code" ADD CONSTRAINT "bind_code_staff" FOREIGN KEY ("county","staff_id") REFERENCES "public"."staff"("county","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household" ADD CONSTRAINT "household_village" FOREIGN KEY ("county","village") REFERENCES "public"."unit"("county","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_lead" ADD CONSTRAINT "monitoring_lead_household" FOREIGN KEY ("county","household_id") REFERENCES "public"."household"("county","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_lead_event" ADD CONSTRAINT "monitoring_lead_event_lead" FOREIGN KEY ("county","lead_id") REFERENCES "public"."monitoring_lead"("county","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem" ADD CONSTRAINT "problem_household" FOREIGN KEY ("county","household_id") REFERENCES "public"."household"("county","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_event" ADD CONSTRAINT "problem_event_problem" FOREIGN KEY ("county","problem_id") REFERENCES "public"."problem"("county","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_fact" ADD CONSTRAINT "register_fact_household" FOREIGN KEY ("county","household_id") REFERENCES "public"."household"("county","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_unit" FOREIGN KEY ("county","unit") REFERENCES "public"."unit"("county","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_check" ADD CONSTRAINT "self_check_unit" FOREIGN KEY ("county","unit") REFERENCES "public"."unit"("county","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_report" ADD CONSTRAINT "self_report_unit" FOREIGN KEY ("county","unit") REFERENCES "public"."unit"("county","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_household" FOREIGN KEY ("county","household_id") REFERENCES "public"."household"("county","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_unit" FOREIGN KEY ("county","unit") REFERENCES "public"."unit"("county","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_household" FOREIGN KEY ("county","household_id") REFERENCES "public"."household"("county","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_log_by_household" ON "access_log" USING btree ("county","household_id","at");--> statement-breakpoint
CREATE INDEX "access_log_by_staff" ON "access_log" USING btree ("county","staff_id","at");--> statement-breakpoint
CREATE INDEX "account_by_staff" ON "account" USING btree ("county","staff_id");--> statement-breakpoint
CREATE INDEX "answer_by_visit" ON "answer" USING btree ("county","visit_id");--> statement-breakpoint
CREATE INDEX "assignment_by_staff" ON "assignment" USING btree ("county","staff_id","village");--> statement-breakpoint
CREATE INDEX "assignment_by_village" ON "assignment" USING btree ("county","village");--> statement-breakpoint
CREATE INDEX "attachment_by_hash" ON "attachment" USING btree ("county","hash");--> statement-breakpoint
CREATE INDEX "attachment_by_visit" ON "attachment" USING btree ("county","visit_id");--> statement-breakpoint
CREATE INDEX "attachment_by_household" ON "attachment" USING btree ("county","household_id");--> statement-breakpoint
CREATE INDEX "bind_code_by_staff" ON "bind_code" USING btree ("county","staff_id");--> statement-breakpoint
CREATE INDEX "household_in_order" ON "household" USING btree ("county","village","grp_no","sort","id");--> statement-breakpoint
CREATE INDEX "household_by_name" ON "household" USING btree ("county","head_name");--> statement-breakpoint
CREATE INDEX "household_by_pinyin" ON "household" USING btree ("county","head_pinyin");--> statement-breakpoint
CREATE INDEX "household_by_initials" ON "household" USING btree ("county","head_initials");--> statement-breakpoint
CREATE INDEX "household_by_id_number" ON "household" USING btree ("county","id_hash");--> statement-breakpoint
CREATE INDEX "inbox_unsent" ON "inbox" USING btree ("county","received_at") WHERE sent_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "monitoring_lead_once" ON "monitoring_lead" USING btree ("county","household_id") WHERE stage not in ('declined', 'withdrawn');--> statement-breakpoint
CREATE INDEX "monitoring_lead_by_village" ON "monitoring_lead" USING btree ("county","village","stage");--> statement-breakpoint
CREATE INDEX "monitoring_lead_by_township" ON "monitoring_lead" USING btree ("county","township","stage");--> statement-breakpoint
CREATE INDEX "monitoring_lead_event_by_lead" ON "monitoring_lead_event" USING btree ("county","lead_id");--> statement-breakpoint
CREATE INDEX "outbox_to_claim" ON "outbox" USING btree ("county","channel","priority","due_at") WHERE status = 'queued';--> statement-breakpoint
CREATE UNIQUE INDEX "problem_once" ON "problem" USING btree ("county","household_id","key") WHERE status not in ('withdrawn', 'merged');--> statement-breakpoint
CREATE INDEX "problem_by_village" ON "problem" USING btree ("county","village","status");--> statement-breakpoint
CREATE INDEX "problem_by_township" ON "problem" USING btree ("county","township","status");--> statement-breakpoint
CREATE INDEX "problem_by_lead_unit" ON "problem" USING btree ("county","lead_unit","status");--> statement-breakpoint
CREATE INDEX "problem_by_responsible" ON "problem" USING btree ("county","responsible_unit","status");--> statement-breakpoint
CREATE INDEX "problem_by_due" ON "problem" USING btree ("county","due") WHERE status in ('open', 'assigned', 'inProgress');--> statement-breakpoint
CREATE INDEX "problem_event_by_problem" ON "problem_event" USING btree ("county","problem_id");--> statement-breakpoint
CREATE INDEX "register_fact_by_village" ON "register_fact" USING btree ("county","village");--> statement-breakpoint
CREATE INDEX "room_by_unit" ON "room" USING btree ("county","unit");--> statement-breakpoint
CREATE INDEX "self_check_by_unit" ON "self_check" USING btree ("county","unit");--> statement-breakpoint
CREATE INDEX "self_report_by_unit" ON "self_report" USING btree ("county","unit","as_of");--> statement-breakpoint
CREATE UNIQUE INDEX "spot_check_once" ON "spot_check" USING btree ("county","household_id") WHERE status = 'drawn';--> statement-breakpoint
CREATE INDEX "spot_check_by_village" ON "spot_check" USING btree ("county","village","status");--> statement-breakpoint
CREATE INDEX "staff_by_unit" ON "staff" USING btree ("county","unit");--> statement-breakpoint
CREATE INDEX "staff_by_name" ON "staff" USING btree ("county","name");--> statement-breakpoint
CREATE INDEX "unit_by_parent" ON "unit" USING btree ("county","parent","sort");--> statement-breakpoint
CREATE INDEX "unit_by_short" ON "unit" USING btree ("county","short");--> statement-breakpoint
CREATE INDEX "visit_by_village" ON "visit" USING btree ("county","village","status");--> statement-breakpoint
CREATE INDEX "visit_by_township" ON "visit" USING btree ("county","township","status");--> statement-breakpoint
CREATE INDEX "visit_by_helper" ON "visit" USING btree ("county","helper","status");