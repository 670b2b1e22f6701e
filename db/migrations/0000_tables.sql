CREATE SCHEMA "access";
--> statement-breakpoint
CREATE SCHEMA "staging";
--> statement-breakpoint
CREATE TABLE "access"."aide_grant" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "access"."aide_grant_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"aide_person_id" integer NOT NULL,
	"principal_position_id" integer NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access"."appointment" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "access"."appointment_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"position_id" integer NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"acting" text
);
--> statement-breakpoint
CREATE TABLE "access"."audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "access"."audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"act" text NOT NULL,
	"person_id" integer,
	"position_id" integer,
	"on_behalf" boolean DEFAULT false NOT NULL,
	"unit_id" integer,
	"subject" text,
	"outcome" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"address" "inet"
);
--> statement-breakpoint
CREATE TABLE "access"."person" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "access"."person_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"login" text NOT NULL,
	"title_th" text,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"password_hash" text,
	"is_demonstration" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "person_login_unique" UNIQUE("login")
);
--> statement-breakpoint
CREATE TABLE "access"."session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" integer NOT NULL,
	"position_id" integer NOT NULL,
	"aide_grant_id" integer,
	"kind" text DEFAULT 'browser' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access"."sign_in_delay" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"failures" smallint NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_delay_kind_key_pk" PRIMARY KEY("kind","key")
);
--> statement-breakpoint
CREATE TABLE "agreement" (
	"agreement_id" integer NOT NULL,
	"version" smallint DEFAULT 1 NOT NULL,
	"code" text NOT NULL,
	"type" text NOT NULL,
	"fiscal_year" smallint NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"maker_position_id" integer NOT NULL,
	"recipient_position_id" integer NOT NULL,
	"status" text NOT NULL,
	"signed_on" date,
	"weight_total" numeric NOT NULL,
	"lacks_system_kpi" boolean DEFAULT false NOT NULL,
	"run_id" integer NOT NULL,
	"file_no" smallint NOT NULL,
	"sheet" text,
	"row_no" integer NOT NULL,
	"as_sent" jsonb,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
);
--> statement-breakpoint
CREATE TABLE "agreement_key" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "agreement_key_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	CONSTRAINT "agreement_key_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "agreement_kpi" (
	"kpi_id" integer NOT NULL,
	"agreement_id" integer NOT NULL,
	"version" smallint DEFAULT 1 NOT NULL,
	"fiscal_year" smallint NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"kpi_no" text NOT NULL,
	"parent_no" text,
	"indicator_id" integer NOT NULL,
	"perspective" text NOT NULL,
	"kpi_type" text NOT NULL,
	"target" numeric,
	"milestone_mode" text,
	"weight_6" numeric,
	"weight_9" numeric,
	"weight_12" numeric NOT NULL,
	"thresholds_6" numeric[],
	"thresholds_9" numeric[],
	"thresholds_12" numeric[] NOT NULL,
	"plan_6" numeric,
	"plan_9" numeric,
	"plan_12" numeric NOT NULL,
	"starts_in_round" smallint DEFAULT 6 NOT NULL,
	"cancelled_in_round" smallint,
	"link_type" text,
	"linked_kpi_id" integer,
	"owner_title" text,
	"run_id" integer NOT NULL,
	"file_no" smallint NOT NULL,
	"sheet" text,
	"row_no" integer NOT NULL,
	"as_sent" jsonb,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
);
--> statement-breakpoint
CREATE TABLE "agreement_score" (
	"fiscal_year" smallint NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"agreement_id" integer NOT NULL,
	"round" smallint NOT NULL,
	"audience" smallint NOT NULL,
	"agreement_version" smallint NOT NULL,
	"rule_version" text NOT NULL,
	"scheme" text NOT NULL,
	"floor" text NOT NULL,
	"perspective" text NOT NULL,
	"score" numeric(7, 4),
	"planned_score" numeric(7, 4),
	"previous_score" numeric(7, 4),
	"weight_counted" numeric NOT NULL,
	"weight_total" numeric NOT NULL,
	"coverage" numeric(7, 4) NOT NULL,
	"kpis" smallint NOT NULL,
	"kpis_reported" smallint NOT NULL,
	"kpis_below_plan" smallint NOT NULL,
	"kpis_achieved" smallint NOT NULL,
	"kpis_withheld" smallint DEFAULT 0 NOT NULL,
	"status" text NOT NULL,
	"certainty" text NOT NULL,
	"through_period_id" integer,
	"forecast_score" numeric(7, 4),
	"forecast_low" numeric(7, 4),
	"forecast_high" numeric(7, 4),
	"forecast_withheld" text,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
);
--> statement-breakpoint
CREATE TABLE "kpi_key" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "kpi_key_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"agreement_id" integer NOT NULL,
	"kpi_no" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kpi_score" (
	"kpi_id" integer NOT NULL,
	"fiscal_year" smallint NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"agreement_id" integer NOT NULL,
	"round" smallint NOT NULL,
	"audience" smallint NOT NULL,
	"agreement_version" smallint NOT NULL,
	"rule_version" text NOT NULL,
	"scheme" text NOT NULL,
	"floor" text NOT NULL,
	"indicator_id" integer NOT NULL,
	"perspective" text NOT NULL,
	"weight" numeric NOT NULL,
	"thresholds" numeric[] NOT NULL,
	"actual" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"through_period_id" integer,
	"units_reported" smallint,
	"units_expected" smallint,
	"state" text NOT NULL,
	"score" numeric(7, 4),
	"planned" numeric,
	"planned_score" numeric(7, 4),
	"previous_actual" numeric,
	"previous_score" numeric(7, 4),
	"points_lost" numeric(7, 4),
	"status" text NOT NULL,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
);
--> statement-breakpoint
CREATE TABLE "round_state" (
	"agreement_id" integer NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"fiscal_year" smallint NOT NULL,
	"round" smallint NOT NULL,
	"certainty" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
);
--> statement-breakpoint
CREATE TABLE "score_history" (
	"agreement_id" integer NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"fiscal_year" smallint NOT NULL,
	"period_id" integer NOT NULL,
	"audience" smallint NOT NULL,
	"score" numeric(7, 4),
	"planned_score" numeric(7, 4),
	"coverage" numeric(7, 4) NOT NULL,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
);
--> statement-breakpoint
CREATE TABLE "budget_line" (
	"fiscal_year" smallint NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"period_id" integer NOT NULL,
	"line_key" text NOT NULL,
	"revision" smallint DEFAULT 1 NOT NULL,
	"classification" smallint NOT NULL,
	"levels" smallint NOT NULL,
	"plan" text,
	"output" text,
	"project_code" text,
	"project_id" integer,
	"category" text,
	"item" text,
	"expense_kind" text,
	"allocated_baht" numeric,
	"committed_baht" numeric,
	"disbursed_baht" numeric,
	"run_id" integer NOT NULL,
	"file_no" smallint NOT NULL,
	"sheet" text,
	"row_no" integer NOT NULL,
	"as_sent" jsonb,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
);
--> statement-breakpoint
CREATE TABLE "budget_rollup" (
	"fiscal_year" smallint NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"period_id" integer NOT NULL,
	"expense_kind" text NOT NULL,
	"audience" smallint NOT NULL,
	"allocated_baht" numeric,
	"committed_baht" numeric,
	"disbursed_baht" numeric,
	"units_reported" smallint NOT NULL,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
);
--> statement-breakpoint
CREATE TABLE "country_index" (
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"index_code" text NOT NULL,
	"year" smallint NOT NULL,
	"revision" smallint DEFAULT 1 NOT NULL,
	"classification" smallint NOT NULL,
	"levels" smallint NOT NULL,
	"rank" smallint,
	"value" numeric,
	"online_service" numeric,
	"human_capital" numeric,
	"telecom_infrastructure" numeric,
	"participation" numeric,
	"run_id" integer NOT NULL,
	"file_no" smallint NOT NULL,
	"sheet" text,
	"row_no" integer NOT NULL,
	"as_sent" jsonb,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
);
--> statement-breakpoint
CREATE TABLE "milestone" (
	"project_id" integer NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"code" text NOT NULL,
	"revision" smallint DEFAULT 1 NOT NULL,
	"classification" smallint NOT NULL,
	"levels" smallint NOT NULL,
	"title_th" text NOT NULL,
	"title_en" text,
	"phase" smallint,
	"due_on" date NOT NULL,
	"done_on" date,
	"percent" numeric,
	"owner_title" text,
	"run_id" integer NOT NULL,
	"file_no" smallint NOT NULL,
	"sheet" text,
	"row_no" integer NOT NULL,
	"as_sent" jsonb,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
);
--> statement-breakpoint
CREATE TABLE "portfolio_rollup" (
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"fiscal_year" smallint NOT NULL,
	"slice_id" smallint NOT NULL,
	"phase" smallint NOT NULL,
	"audience" smallint NOT NULL,
	"projects" integer NOT NULL,
	"value_baht" numeric NOT NULL,
	"achieved" integer NOT NULL,
	"on_plan" integer NOT NULL,
	"at_risk" integer NOT NULL,
	"below_plan" integer NOT NULL,
	"no_data" integer NOT NULL,
	"late_value_baht" numeric NOT NULL,
	"late_over_30_days" integer NOT NULL,
	"gates_blocking" integer NOT NULL,
	"spent_baht" numeric DEFAULT '0' NOT NULL,
	"done_value_baht" numeric DEFAULT '0' NOT NULL,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
);
--> statement-breakpoint
CREATE TABLE "project" (
	"project_id" integer NOT NULL,
	"code" text NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"revision" smallint DEFAULT 1 NOT NULL,
	"classification" smallint NOT NULL,
	"levels" smallint NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text,
	"kind" text,
	"exchanges_data" boolean DEFAULT false NOT NULL,
	"system" text,
	"layer" text,
	"strategy" text,
	"province" text,
	"value_baht" numeric,
	"planned_cost" numeric,
	"projected_cost" numeric,
	"actual_cost" numeric,
	"currency" text DEFAULT 'THB' NOT NULL,
	"from_fiscal_year" smallint,
	"to_fiscal_year" smallint,
	"phase" smallint,
	"percent_done" numeric,
	"planned_start_on" date,
	"planned_end_on" date,
	"forecast_end_on" date,
	"actual_end_on" date,
	"ea_status" text,
	"ea_waiver_reason" text,
	"owner_title" text,
	"indicator_id" integer,
	"reported_on" date,
	"status" text DEFAULT 'no_data' NOT NULL,
	"planned_percent" numeric,
	"slip_days" integer,
	"schedule_variance" numeric,
	"cost_variance" numeric,
	"spent_baht" numeric,
	"spent_share" numeric,
	"ea_gate" text,
	"flags" text[] DEFAULT '{}'::text[] NOT NULL,
	"run_id" integer NOT NULL,
	"file_no" smallint NOT NULL,
	"sheet" text,
	"row_no" integer NOT NULL,
	"as_sent" jsonb,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
);
--> statement-breakpoint
CREATE TABLE "project_key" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "project_key_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"root_id" integer NOT NULL,
	"code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reading" (
	"fiscal_year" smallint NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"period_id" integer NOT NULL,
	"slice_id" smallint DEFAULT 0 NOT NULL,
	"revision" smallint DEFAULT 1 NOT NULL,
	"indicator_version" smallint NOT NULL,
	"classification" smallint NOT NULL,
	"levels" smallint NOT NULL,
	"state" text NOT NULL,
	"value" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"note" text,
	"of_record" boolean DEFAULT true NOT NULL,
	"run_id" integer NOT NULL,
	"file_no" smallint NOT NULL,
	"sheet" text,
	"row_no" integer NOT NULL,
	"as_sent" jsonb,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
) PARTITION BY LIST ("fiscal_year");
--> statement-breakpoint
CREATE TABLE "unit_rollup" (
	"fiscal_year" smallint NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"period_id" integer NOT NULL,
	"slice_id" smallint DEFAULT 0 NOT NULL,
	"audience" smallint NOT NULL,
	"indicator_version" smallint NOT NULL,
	"basis" text NOT NULL,
	"value" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"units_reported" smallint NOT NULL,
	"units_expected" smallint NOT NULL,
	"units_withheld" smallint DEFAULT 0 NOT NULL,
	"through_period_id" integer,
	"is_estimated" boolean DEFAULT false NOT NULL,
	"of_record" boolean DEFAULT true NOT NULL,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
) PARTITION BY LIST ("fiscal_year");
--> statement-breakpoint
CREATE TABLE "expected_report" (
	"fiscal_year" smallint NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"period_id" integer NOT NULL,
	"feed_id" integer,
	"due_on" date NOT NULL,
	"state" text NOT NULL,
	"received_on" date,
	"run_id" integer,
	"audiences" smallint NOT NULL,
	"published_in" integer NOT NULL,
	"superseded_in" integer
);
--> statement-breakpoint
CREATE TABLE "fiscal_year" (
	"fiscal_year" smallint PRIMARY KEY NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"scheme" text DEFAULT 'LEVEL5' NOT NULL,
	"floor" text DEFAULT 'one' NOT NULL,
	"incentive_line" numeric DEFAULT '3' NOT NULL,
	"min_coverage_share" numeric DEFAULT '0.8' NOT NULL,
	"perspective_weights" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "indicator_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"owner_unit_id" integer NOT NULL,
	CONSTRAINT "indicator_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "indicator_version" (
	"indicator_id" integer NOT NULL,
	"version" smallint NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"unit_of_measure" text NOT NULL,
	"direction" text NOT NULL,
	"org_rollup" text NOT NULL,
	"time_rollup" text NOT NULL,
	"frequency" text NOT NULL,
	"decimals" smallint DEFAULT 2 NOT NULL,
	"ratio_scale" numeric DEFAULT '1' NOT NULL,
	"is_share" boolean DEFAULT false NOT NULL,
	"classification" text DEFAULT 'public' NOT NULL,
	"definition" text,
	"formula" text,
	"source" text,
	"perspective" text,
	"strategy" text,
	"system" text,
	"layer" text,
	"of_record" text DEFAULT 'computed' NOT NULL,
	"tolerance" numeric DEFAULT '0.005' NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"run_id" integer,
	"published_in" integer NOT NULL,
	CONSTRAINT "indicator_version_indicator_id_version_pk" PRIMARY KEY("indicator_id","version")
);
--> statement-breakpoint
CREATE TABLE "list_item" (
	"list" text NOT NULL,
	"code" text NOT NULL,
	"position" smallint NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "list_item_list_code_pk" PRIMARY KEY("list","code")
);
--> statement-breakpoint
CREATE TABLE "org_unit" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "org_unit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"parent_id" integer,
	"ministry_id" integer NOT NULL,
	"root_id" integer NOT NULL,
	"path" integer[] NOT NULL,
	"depth" smallint NOT NULL,
	"level" text NOT NULL,
	"kind" text NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"abbr_th" text,
	"abbr_en" text,
	"certainty" text DEFAULT 'high' NOT NULL,
	"in_chain" boolean NOT NULL,
	"exempt_reason" text,
	"valid_from" date,
	"valid_to" date,
	"predecessor_id" integer,
	"search_key" text NOT NULL,
	CONSTRAINT "org_unit_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "org_unit_alias" (
	"unit_id" integer NOT NULL,
	"alias_key" text NOT NULL,
	"alias" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "org_unit_alias_alias_key_unit_id_pk" PRIMARY KEY("alias_key","unit_id")
);
--> statement-breakpoint
CREATE TABLE "period" (
	"id" integer PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"fiscal_year" smallint NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	CONSTRAINT "period_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "position" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "position_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"unit_id" integer NOT NULL,
	"role" text NOT NULL,
	"title_th" text NOT NULL,
	"title_en" text NOT NULL,
	"clearance" text NOT NULL,
	CONSTRAINT "position_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "reporting_duty" (
	"unit_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"feed_id" integer,
	"from_fiscal_year" smallint NOT NULL,
	"to_fiscal_year" smallint,
	"lag_days" smallint DEFAULT 15 NOT NULL,
	"state" text DEFAULT 'due' NOT NULL,
	CONSTRAINT "reporting_duty_unit_id_indicator_id_from_fiscal_year_pk" PRIMARY KEY("unit_id","indicator_id","from_fiscal_year")
);
--> statement-breakpoint
CREATE TABLE "review_round" (
	"fiscal_year" smallint NOT NULL,
	"round" smallint NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "review_round_fiscal_year_round_pk" PRIMARY KEY("fiscal_year","round")
);
--> statement-breakpoint
CREATE TABLE "slice" (
	"id" smallint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "system_role" (
	"system" text NOT NULL,
	"unit_id" integer NOT NULL,
	"role" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "system_role_system_unit_id_valid_from_pk" PRIMARY KEY("system","unit_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "demo_clock" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"anchor_real" timestamp with time zone NOT NULL,
	"anchor_demo" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "etl_run" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "etl_run_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"feed_id" integer,
	"dataset" text NOT NULL,
	"mapping" text NOT NULL,
	"mapping_version" text NOT NULL,
	"contract_version" text NOT NULL,
	"unit_id" integer NOT NULL,
	"ministry_id" integer NOT NULL,
	"level" text NOT NULL,
	"classification" text NOT NULL,
	"status" text NOT NULL,
	"stage" text NOT NULL,
	"failure_reason" text,
	"failure_params" jsonb,
	"source" text NOT NULL,
	"period_id" integer,
	"read" integer DEFAULT 0 NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"warnings" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"heartbeat_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"position_id" integer,
	"person_id" integer,
	"published_in" integer,
	"levels" smallint DEFAULT 0 NOT NULL,
	"audiences" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feed" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "feed_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"unit_id" integer NOT NULL,
	"ministry_id" integer NOT NULL,
	"level" text NOT NULL,
	"dataset" text NOT NULL,
	"mapping" text NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"frequency" text NOT NULL,
	"lag_days" smallint DEFAULT 15 NOT NULL,
	"classification" text DEFAULT 'public' NOT NULL,
	"accepts_itself" smallint DEFAULT 0 NOT NULL,
	"max_rejected_share" numeric DEFAULT '0.5' NOT NULL,
	"source_url" text,
	"schedule" text,
	"etag" text,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "feed_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept_file" (
	"sha256" text PRIMARY KEY NOT NULL,
	"size_bytes" bigint NOT NULL,
	"stored_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone,
	"erased_reason" text
);
--> statement-breakpoint
CREATE TABLE "kept_file_chunk" (
	"sha256" text NOT NULL,
	"seq" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "kept_file_chunk_sha256_seq_pk" PRIMARY KEY("sha256","seq")
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"id" integer PRIMARY KEY NOT NULL,
	"cause" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"as_of_on" date NOT NULL,
	"run_id" integer
);
--> statement-breakpoint
CREATE TABLE "publication_touch" (
	"publication_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"audiences" smallint NOT NULL,
	CONSTRAINT "publication_touch_key" UNIQUE("publication_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "run_column" (
	"run_id" integer NOT NULL,
	"file_no" smallint NOT NULL,
	"sheet" text DEFAULT '' NOT NULL,
	"contract_column" text NOT NULL,
	"source_header" text NOT NULL,
	"source_column" text NOT NULL,
	CONSTRAINT "run_column_run_id_file_no_sheet_contract_column_pk" PRIMARY KEY("run_id","file_no","sheet","contract_column")
);
--> statement-breakpoint
CREATE TABLE "run_decision" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "run_decision_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"run_id" integer NOT NULL,
	"level" text NOT NULL,
	"decision" text NOT NULL,
	"remark" text,
	"position_id" integer,
	"person_id" integer,
	"decided_at" timestamp with time zone NOT NULL,
	"published_in" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"audiences" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run_file" (
	"run_id" integer NOT NULL,
	"file_no" smallint NOT NULL,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"format" text NOT NULL,
	"encoding" text,
	"delimiter" text,
	"records" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "run_file_run_id_file_no_pk" PRIMARY KEY("run_id","file_no")
);
--> statement-breakpoint
CREATE TABLE "run_finding" (
	"run_id" integer NOT NULL,
	"seq" integer NOT NULL,
	"severity" text NOT NULL,
	"rule_code" text NOT NULL,
	"params" jsonb NOT NULL,
	"file_no" smallint NOT NULL,
	"sheet" text,
	"row_no" integer NOT NULL,
	"source_column" text,
	"contract_column" text,
	"raw_value" text,
	"record" jsonb,
	"unit_id" integer NOT NULL,
	"audiences" smallint NOT NULL,
	CONSTRAINT "run_finding_run_id_seq_pk" PRIMARY KEY("run_id","seq")
);
--> statement-breakpoint
CREATE TABLE "run_request" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "run_request_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"run_id" integer NOT NULL,
	"act" text NOT NULL,
	"remark" text,
	"person_id" integer NOT NULL,
	"position_id" integer NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"refusal" text
);
--> statement-breakpoint
CREATE TABLE "run_rule_count" (
	"run_id" integer NOT NULL,
	"severity" text NOT NULL,
	"rule_code" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "run_rule_count_run_id_severity_rule_code_pk" PRIMARY KEY("run_id","severity","rule_code")
);
--> statement-breakpoint
CREATE TABLE "run_total" (
	"run_id" integer NOT NULL,
	"column_name" text NOT NULL,
	"group_key" text DEFAULT '' NOT NULL,
	"read_records" integer NOT NULL,
	"read_total" numeric NOT NULL,
	"accepted_records" integer NOT NULL,
	"accepted_total" numeric NOT NULL,
	CONSTRAINT "run_total_run_id_column_name_group_key_pk" PRIMARY KEY("run_id","column_name","group_key")
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"feed_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"position_id" integer NOT NULL,
	"name" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"status" text NOT NULL,
	"run_id" integer,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "upload_chunk" (
	"upload_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "upload_chunk_upload_id_seq_pk" PRIMARY KEY("upload_id","seq")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "staging"."unit_rollup_next" (
	"publication_id" integer NOT NULL,
	"fiscal_year" smallint NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"period_id" integer NOT NULL,
	"slice_id" smallint NOT NULL,
	"audience" smallint NOT NULL,
	"audiences" smallint NOT NULL,
	"indicator_version" smallint NOT NULL,
	"basis" text NOT NULL,
	"value" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"units_reported" integer NOT NULL,
	"units_expected" integer NOT NULL,
	"units_withheld" integer NOT NULL,
	"through_period_id" integer,
	"is_estimated" boolean NOT NULL,
	"of_record" boolean NOT NULL
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "staging"."indicator" (
	"run_id" integer NOT NULL,
	"code" text NOT NULL,
	"owner_code" text NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"unit_of_measure" text NOT NULL,
	"direction" text NOT NULL,
	"org_rollup" text NOT NULL,
	"time_rollup" text NOT NULL,
	"frequency" text NOT NULL,
	"is_share" boolean NOT NULL
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "staging"."reading" (
	"run_id" integer NOT NULL,
	"record_no" integer NOT NULL,
	"file_no" smallint NOT NULL,
	"sheet" text,
	"row_no" integer NOT NULL,
	"as_sent" text,
	"unit_code" text NOT NULL,
	"indicator_code" text NOT NULL,
	"fiscal_year" smallint NOT NULL,
	"period_id" integer NOT NULL,
	"slice_id" smallint NOT NULL,
	"state" text NOT NULL,
	"value" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"note" text
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "staging"."record" (
	"run_id" integer NOT NULL,
	"record_no" integer NOT NULL,
	"file_no" smallint NOT NULL,
	"sheet" text,
	"row_no" integer NOT NULL,
	"as_sent" text,
	"dataset" text NOT NULL,
	"record_key" text NOT NULL,
	"payload" text NOT NULL
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "staging"."unit" (
	"run_id" integer NOT NULL,
	"code" text NOT NULL,
	"parent_code" text,
	"kind" text NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"aliases" text[] NOT NULL
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "staging"."touched" (
	"publication_id" integer NOT NULL,
	"fiscal_year" smallint NOT NULL,
	"ministry_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"period_id" integer NOT NULL,
	"slice_id" smallint NOT NULL,
	"depth" smallint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "aide_grant_person" ON "access"."aide_grant" USING btree ("aide_person_id");--> statement-breakpoint
CREATE INDEX "appointment_person" ON "access"."appointment" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "appointment_position" ON "access"."appointment" USING btree ("position_id");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "access"."audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_log_person" ON "access"."audit_log" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "session_person" ON "access"."session" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_current" ON "agreement" USING btree ("agreement_id") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "agreement_year" ON "agreement" USING btree ("fiscal_year","type") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "agreement_unit" ON "agreement" USING btree ("unit_id","fiscal_year") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "agreement_past" ON "agreement" USING btree ("agreement_id","superseded_in") WHERE superseded_in is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_kpi_current" ON "agreement_kpi" USING btree ("kpi_id") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "agreement_kpi_agreement" ON "agreement_kpi" USING btree ("agreement_id") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "agreement_kpi_indicator" ON "agreement_kpi" USING btree ("indicator_id","unit_id") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "agreement_kpi_linked" ON "agreement_kpi" USING btree ("linked_kpi_id") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "agreement_kpi_past" ON "agreement_kpi" USING btree ("kpi_id","superseded_in") WHERE superseded_in is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_score_current" ON "agreement_score" USING btree ("agreement_id","round","perspective","audience") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "agreement_score_round" ON "agreement_score" USING btree ("fiscal_year","round","perspective") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "agreement_score_past" ON "agreement_score" USING btree ("agreement_id","round","superseded_in") WHERE superseded_in is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "kpi_key_no" ON "kpi_key" USING btree ("agreement_id","kpi_no");--> statement-breakpoint
CREATE UNIQUE INDEX "kpi_score_current" ON "kpi_score" USING btree ("kpi_id","round","audience") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "kpi_score_agreement" ON "kpi_score" USING btree ("agreement_id","round") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "kpi_score_indicator" ON "kpi_score" USING btree ("indicator_id","fiscal_year") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "kpi_score_past" ON "kpi_score" USING btree ("kpi_id","round","superseded_in") WHERE superseded_in is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "round_state_current" ON "round_state" USING btree ("agreement_id","round") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "round_state_past" ON "round_state" USING btree ("agreement_id","superseded_in") WHERE superseded_in is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "score_history_current" ON "score_history" USING btree ("agreement_id","period_id","audience") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "score_history_past" ON "score_history" USING btree ("agreement_id","superseded_in") WHERE superseded_in is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "budget_line_current" ON "budget_line" USING btree ("unit_id","fiscal_year","period_id","line_key","levels") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "budget_line_project" ON "budget_line" USING btree ("project_id") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "budget_line_past" ON "budget_line" USING btree ("unit_id","fiscal_year","period_id","line_key","superseded_in") WHERE superseded_in is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "budget_rollup_current" ON "budget_rollup" USING btree ("unit_id","fiscal_year","period_id","expense_kind","audience") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "budget_rollup_past" ON "budget_rollup" USING btree ("unit_id","fiscal_year","superseded_in") WHERE superseded_in is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "country_index_current" ON "country_index" USING btree ("unit_id","index_code","year","levels") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "country_index_past" ON "country_index" USING btree ("unit_id","index_code","year","superseded_in") WHERE superseded_in is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "milestone_current" ON "milestone" USING btree ("project_id","code","levels") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "milestone_unit" ON "milestone" USING btree ("unit_id","due_on") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "milestone_past" ON "milestone" USING btree ("project_id","code","superseded_in") WHERE superseded_in is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "portfolio_rollup_current" ON "portfolio_rollup" USING btree ("unit_id","fiscal_year","slice_id","phase","audience") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "portfolio_rollup_past" ON "portfolio_rollup" USING btree ("unit_id","fiscal_year","slice_id","superseded_in") WHERE superseded_in is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "project_current" ON "project" USING btree ("project_id","levels") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "project_unit" ON "project" USING btree ("unit_id") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "project_ministry" ON "project" USING btree ("ministry_id") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "project_indicator" ON "project" USING btree ("indicator_id") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "project_past" ON "project" USING btree ("project_id","superseded_in") WHERE superseded_in is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "project_key_code" ON "project_key" USING btree ("root_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "reading_current" ON "reading" USING btree ("unit_id","indicator_id","fiscal_year","period_id","slice_id","levels") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "reading_past" ON "reading" USING btree ("unit_id","indicator_id","fiscal_year","period_id","slice_id","superseded_in") WHERE superseded_in is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "unit_rollup_current" ON "unit_rollup" USING btree ("unit_id","indicator_id","fiscal_year","period_id","slice_id","audience") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "unit_rollup_past" ON "unit_rollup" USING btree ("unit_id","indicator_id","fiscal_year","period_id","slice_id","superseded_in") WHERE superseded_in is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "expected_report_current" ON "expected_report" USING btree ("unit_id","indicator_id","period_id") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "expected_report_past" ON "expected_report" USING btree ("unit_id","indicator_id","period_id") WHERE superseded_in is not null;--> statement-breakpoint
CREATE INDEX "expected_report_due" ON "expected_report" USING btree ("state","due_on") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "expected_report_ministry" ON "expected_report" USING btree ("ministry_id","fiscal_year") WHERE superseded_in is null;--> statement-breakpoint
CREATE INDEX "org_unit_parent" ON "org_unit" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "org_unit_ministry" ON "org_unit" USING btree ("ministry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "slice_kind_code" ON "slice" USING btree ("kind","code");--> statement-breakpoint
CREATE INDEX "etl_run_feed" ON "etl_run" USING btree ("feed_id","started_at");--> statement-breakpoint
CREATE INDEX "etl_run_ministry" ON "etl_run" USING btree ("ministry_id","started_at");--> statement-breakpoint
CREATE INDEX "etl_run_started" ON "etl_run" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "run_decision_run" ON "run_decision" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "run_request_run" ON "run_request" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "upload_person" ON "upload" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "unit_rollup_next_figure" ON "staging"."unit_rollup_next" USING btree ("publication_id","unit_id","indicator_id","fiscal_year","period_id","slice_id","audience");--> statement-breakpoint
CREATE INDEX "staged_reading_record" ON "staging"."reading" USING btree ("run_id","record_no");--> statement-breakpoint
CREATE INDEX "staged_record_record" ON "staging"."record" USING btree ("run_id","record_no");--> statement-breakpoint
CREATE INDEX "touched_publication" ON "staging"."touched" USING btree ("publication_id","depth");