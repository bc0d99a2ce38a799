-- Tables that every service database has: the transactional outbox, the once-only consumer's memory, ShedLock.
-- Applied to each of the three databases before the database's own migrations.

CREATE TABLE outbox (
    id                uuid        PRIMARY KEY DEFAULT uuidv7(),
    -- Position in commit-independent insertion order; the relay sends a key's records in this order.
    seq               bigint      GENERATED ALWAYS AS IDENTITY,
    -- Hash of the aggregate id modulo 64. One relay holds a lane at a time, so a key has one sender.
    lane              smallint    NOT NULL CHECK (lane BETWEEN 0 AND 63),
    aggregatetype     text        NOT NULL,
    aggregateid       text        NOT NULL,
    aggregate_version bigint      NOT NULL DEFAULT 0,
    type              text        NOT NULL,
    topic             text        NOT NULL,
    payload           jsonb       NOT NULL,
    headers           jsonb       NOT NULL DEFAULT '{}',
    status            text        NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'FAILED')),
    -- Tries that failed, and how many of them because Kafka will never take the record as things stand.
    attempts          integer     NOT NULL DEFAULT 0,
    refusals          integer     NOT NULL DEFAULT 0,
    next_attempt_at   timestamptz NOT NULL DEFAULT now(),
    last_error        text,
    created_at        timestamptz NOT NULL DEFAULT now()
);
-- Serves the relay and the operators' list: the oldest records.
CREATE INDEX outbox_seq ON outbox (seq);
-- Serves the relay: whether an aggregate has an older record that waits for another try. Nearly always empty.
CREATE INDEX outbox_tried ON outbox (aggregateid, seq) WHERE attempts > 0;

-- A lane of the outbox is held by one relay until lease_until (database time).
CREATE TABLE outbox_lane (
    lane        smallint    PRIMARY KEY CHECK (lane BETWEEN 0 AND 63),
    holder      text,
    lease_until timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO outbox_lane (lane) SELECT generate_series(0, 63);

CREATE TABLE consumed_event (
    consumer    text        NOT NULL,
    event_id    uuid        NOT NULL,
    consumed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, event_id)
);
-- Serves the clean-up of entries older than the topics' retention.
CREATE INDEX consumed_event_consumed_at ON consumed_event (consumed_at);

CREATE TABLE shedlock (
    name       varchar(64)  PRIMARY KEY,
    lock_until timestamp    NOT NULL,
    locked_at  timestamp    NOT NULL,
    locked_by  varchar(255) NOT NULL
);
