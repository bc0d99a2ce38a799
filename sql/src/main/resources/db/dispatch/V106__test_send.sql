-- What came of the test messages that calendar-api asked for. Whoever asked looks within seconds; kept for a day.
CREATE TABLE test_send (
    test_id   uuid        PRIMARY KEY,
    event_id  uuid        NOT NULL,
    at        timestamptz NOT NULL DEFAULT now(),
    -- Whom it was for; null where nobody was found.
    user_id   uuid,
    state     text        NOT NULL CHECK (state IN ('SENT', 'REHEARSED', 'REFUSED')),
    -- As HTTP has it, and why; null where it was not refused.
    status    integer     CHECK ((status IS NULL) = (state <> 'REFUSED')),
    detail    text,
    -- What was sent, or would be; null where it was refused.
    message   jsonb
);
-- Serves the clean-up.
CREATE INDEX test_send_at ON test_send (at);

GRANT SELECT, INSERT, DELETE ON test_send TO promo_dispatch;
