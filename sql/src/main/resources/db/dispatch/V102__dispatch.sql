-- Dispatch: schedules, runs, partitions and their claims, processes, customers. Owner: batch-dispatch.

-- Dispatch's own copy of a published event; version decides what is newer.
CREATE TABLE schedule (
    event_id          uuid        PRIMARY KEY,
    version           bigint      NOT NULL,
    status            text        NOT NULL CHECK (status IN ('PUBLISHED', 'EXPIRED', 'CANCELLED')),
    title             text        NOT NULL,
    start_datetime    timestamptz NOT NULL,
    end_datetime      timestamptz NOT NULL,
    time_zone         text        NOT NULL,
    dispatch_time     time,
    max_rate          integer     CHECK (max_rate > 0),
    promotion_package jsonb       NOT NULL,
    audience          jsonb       NOT NULL,
    -- Nothing is left to do: each of its dates has a run or was recorded as missed, or it is cancelled.
    settled           boolean     NOT NULL DEFAULT false,
    updated_at        timestamptz NOT NULL DEFAULT now()
);
-- Serves the trigger.
CREATE INDEX schedule_unsettled ON schedule (event_id) WHERE NOT settled;

-- Every process of batch-dispatch; dead when heartbeat_at (database time) is older than 10 s.
CREATE TABLE process (
    process_id   uuid        PRIMARY KEY,
    role         text        NOT NULL CHECK (role IN ('MANAGER', 'WORKER')),
    host         text        NOT NULL,
    pid          bigint      NOT NULL,
    port         integer,
    started_at   timestamptz NOT NULL DEFAULT now(),
    heartbeat_at timestamptz NOT NULL DEFAULT now(),
    -- Set on a clean exit: its claims may be taken at once.
    ended_at     timestamptz
);

-- One dispatch of (event, date, generation): the truth; Spring Batch is the engine under it.
-- desired is what people want, state is what is so; a sweeper brings the second to the first.
CREATE TABLE run (
    run_id            uuid        PRIMARY KEY DEFAULT uuidv7(),
    event_id          uuid        NOT NULL,
    dispatch_date     date        NOT NULL,
    generation        integer     NOT NULL DEFAULT 0 CHECK (generation >= 0),
    -- Frozen when the run is created: what is sent, to whom, as of when, how fast.
    event_version     bigint      NOT NULL,
    audience_at       timestamptz NOT NULL,
    audience          jsonb       NOT NULL,
    promotion_package jsonb       NOT NULL,
    title             text        NOT NULL,
    max_rate          integer     CHECK (max_rate > 0),
    due_at            timestamptz NOT NULL,
    desired           text        NOT NULL DEFAULT 'RUNNING' CHECK (desired IN ('RUNNING', 'PAUSED', 'STOPPED', 'CANCELLED')),
    state             text        NOT NULL DEFAULT 'DUE'
                      CHECK (state IN ('DUE', 'RUNNING', 'PAUSED', 'STOPPED', 'FAILED', 'COMPLETED', 'MISSED', 'CANCELLED')),
    -- The manager process that drives it; null when none does.
    owner             uuid,
    attempt           integer     NOT NULL DEFAULT 0,
    -- Counts at the end of the run; while it runs they are summed from run_partition.
    eligible          bigint,
    delivered         bigint      NOT NULL DEFAULT 0,
    inserted          bigint      NOT NULL DEFAULT 0,
    reason            text,
    -- After a failure that may pass the run is started again, but not before this.
    not_before        timestamptz NOT NULL DEFAULT '-infinity',
    -- Attempts in a row that broke off, since anybody wanted something new of the run.
    setbacks          integer     NOT NULL DEFAULT 0,
    requested_by      text        NOT NULL,
    requested_at      timestamptz NOT NULL DEFAULT now(),
    started_at        timestamptz,
    ended_at          timestamptz,
    updated_at        timestamptz NOT NULL DEFAULT now(),
    UNIQUE (event_id, dispatch_date, generation)
);
-- Serves the sweeper: runs whose fact may differ from their intent.
CREATE INDEX run_open ON run (state) WHERE state IN ('DUE', 'RUNNING', 'PAUSED');
-- Serves the list, newest first.
CREATE INDEX run_requested_at ON run (requested_at DESC, run_id DESC);

-- Who did what with a run, written in the transaction that did it. Kept as long as the run.
CREATE TABLE run_action (
    action_id bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id    uuid        NOT NULL REFERENCES run ON DELETE CASCADE,
    at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- A user's name, trigger, or system.
    actor     text        NOT NULL,
    action    text        NOT NULL CHECK (action IN ('REQUEST', 'MISS', 'REVIVE', 'PAUSE', 'RESUME', 'STOP', 'RESTART',
                                                     'CANCEL', 'TAKE_OVER', 'END')),
    detail    text
);
CREATE INDEX run_action_run ON run_action (run_id, action_id);

-- When the next chunk of a run with a max_rate may be written, whichever worker writes it.
CREATE TABLE run_rate (
    run_id  uuid        PRIMARY KEY REFERENCES run ON DELETE CASCADE,
    next_at timestamptz NOT NULL
);

-- A contiguous range of user ids within a run, and how far it has come. Written when the run is partitioned;
-- progress is written in the chunk's metadata transaction, under the fence.
CREATE TABLE run_partition (
    run_id           uuid        NOT NULL REFERENCES run ON DELETE CASCADE,
    partition_no     integer     NOT NULL,
    first_user       uuid        NOT NULL,
    last_user        uuid        NOT NULL,
    state            text        NOT NULL DEFAULT 'QUEUED' CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    process_id       uuid,
    -- Last user id of the last committed chunk; the partition resumes after it.
    resume_after     uuid,
    delivered        bigint      NOT NULL DEFAULT 0,
    inserted         bigint      NOT NULL DEFAULT 0,
    chunks           integer     NOT NULL DEFAULT 0,
    chunks_replayed  integer     NOT NULL DEFAULT 0,
    attempts         integer     NOT NULL DEFAULT 0,
    reason           text,
    started_at       timestamptz,
    ended_at         timestamptz,
    updated_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (run_id, partition_no)
);

-- Who executes a step execution. epoch grows by one with each new owner and is checked under a row lock in every
-- chunk's metadata transaction: the fence. The row lives from the split to the end of the step execution; a request for
-- a step execution without a row is stale.
CREATE TABLE partition_claim (
    step_execution_id bigint      PRIMARY KEY,
    run_id            uuid        NOT NULL REFERENCES run ON DELETE CASCADE,
    partition_no      integer     NOT NULL,
    process_id        uuid,
    epoch             bigint      NOT NULL DEFAULT 0,
    claimed_at        timestamptz,
    -- The request under way for it, its place in the topic, and how often one was published; requested_at is null when
    -- one is to be published, at next_request_at or later.
    requested_at      timestamptz,
    kafka_partition   integer,
    kafka_offset      bigint,
    requests          integer     NOT NULL DEFAULT 0,
    next_request_at   timestamptz,
    -- Tries that can never succeed; infrastructure errors do not count.
    failures          integer     NOT NULL DEFAULT 0
);
CREATE INDEX partition_claim_process ON partition_claim (process_id) WHERE process_id IS NOT NULL;
CREATE INDEX partition_claim_run ON partition_claim (run_id);

-- Refused claims and fenced commits, so that tests and operators see what the guards caught.
CREATE TABLE stale_request (
    step_execution_id bigint      NOT NULL,
    process_id        uuid        NOT NULL,
    reason            text        NOT NULL,
    at                timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE customer (
    user_id         uuid        PRIMARY KEY,
    display_name    text        NOT NULL,
    email           text,
    country         text        NOT NULL DEFAULT '',
    locale          text        NOT NULL DEFAULT '',
    time_zone       text        NOT NULL DEFAULT 'UTC',
    segments        text[]      NOT NULL DEFAULT '{}',
    unsubscribed    boolean     NOT NULL DEFAULT false,
    imported_at     timestamptz NOT NULL DEFAULT now(),
    changed_at      timestamptz NOT NULL DEFAULT now(),
    unsubscribed_at timestamptz,
    -- Without the instant nobody could say who was eligible at a run's audience_at.
    CHECK (unsubscribed = (unsubscribed_at IS NOT NULL))
);

-- What customers themselves said about promotions, the newest version of each; older ones change nothing. Kept apart from
-- customer because someone may speak before an import brings them in; no import overrides an own unsubscription.
CREATE TABLE preference (
    user_id      uuid        PRIMARY KEY,
    version      bigint      NOT NULL,
    unsubscribed boolean     NOT NULL,
    changed_at   timestamptz NOT NULL
);

-- Erased on request; kept as ids only, so that an import does not bring them back unseen and explain can say so.
CREATE TABLE forgotten_customer (
    user_id      uuid        PRIMARY KEY,
    forgotten_at timestamptz NOT NULL DEFAULT now(),
    requested_by text        NOT NULL
);

-- Records that could never be processed, read back from the dead-letter topics.
CREATE TABLE dead_letter (
    dead_letter_id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Where it was read: its identity, so that reading it twice keeps it once.
    topic              text        NOT NULL,
    kafka_partition    integer     NOT NULL,
    kafka_offset       bigint      NOT NULL,
    -- Where it failed, and where a replay puts it again.
    original_topic     text        NOT NULL,
    original_partition integer     NOT NULL,
    original_offset    bigint      NOT NULL,
    key                text,
    value              text,
    cause              text        NOT NULL,
    -- How many characters the value had; null where it is whole.
    cut_from           integer,
    received_at        timestamptz NOT NULL DEFAULT now(),
    replayed_at        timestamptz,
    replayed_by        text,
    UNIQUE (topic, kafka_partition, kafka_offset)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO promo_dispatch;
-- After many changes dispatch brings the statistics up to date itself, by which runs are cut into ranges.
GRANT MAINTAIN ON customer TO promo_dispatch;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO promo_dispatch;
REVOKE ALL ON flyway_schema_history FROM promo_dispatch;
