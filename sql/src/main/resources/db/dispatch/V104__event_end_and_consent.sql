-- What a run may do after its event's end, and who unsubscribed before their chunk was written.

-- Somebody asked for the run to go on after the end of its event; each time anew.
ALTER TABLE run ADD COLUMN after_end boolean NOT NULL DEFAULT false;
-- The release before this asked, too, before it started something after the end, but did not note the answer: what was last
-- asked for after the end goes on.
UPDATE run r SET after_end = true
FROM schedule s
WHERE s.event_id = r.event_id AND r.state IN ('DUE', 'RUNNING', 'PAUSED')
  AND s.end_datetime < greatest(r.requested_at, (SELECT max(a.at) FROM run_action a
                                                 WHERE a.run_id = r.run_id AND a.action IN ('REQUEST', 'RESTART')));

-- Customers of the audience who had unsubscribed by the time their chunk was written: they got nothing.
ALTER TABLE run ADD COLUMN unsubscribed bigint NOT NULL DEFAULT 0;
ALTER TABLE run_partition ADD COLUMN unsubscribed bigint NOT NULL DEFAULT 0;

-- Who they are, so that it can be explained. Written in the chunk's metadata transaction. No foreign key: its check would
-- lock the run, which the manager may hold while it waits for the worker's claim. Kept as long as the run, whose partitions
-- go earlier, as explain is asked long after; a customer's erasure deletes theirs.
CREATE TABLE run_unsubscribed (
    user_id    uuid        NOT NULL,
    run_id     uuid        NOT NULL,
    -- When the chunk was recorded that passed by the customer.
    passed_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, run_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON run_unsubscribed TO promo_dispatch;
