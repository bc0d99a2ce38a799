-- A window is at most 366 days long, as calendar-api has always held and dispatch now does, too. A record that said otherwise
-- was kept until now, and the trigger listed its dates each minute: it is cut to the longest there may be.
UPDATE schedule SET end_datetime = start_datetime + interval '8784 hours'
WHERE end_datetime - start_datetime > interval '8784 hours';

-- One that ended before it had begun, or within the microsecond in which it began, has none of its dates: it gets the
-- shortest length there is, so that it is over as before.
UPDATE schedule SET end_datetime = start_datetime + interval '1 microsecond'
WHERE end_datetime <= start_datetime;

ALTER TABLE schedule ADD CONSTRAINT schedule_window
    CHECK (end_datetime > start_datetime AND end_datetime - start_datetime <= interval '8784 hours');
