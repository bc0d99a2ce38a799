-- Brings in what run and recipient say, day by day as runs do: the one place here that knows what a row of inbox_message is made of.

INSERT INTO event_state (event_id, version, status, title, ends_at)
SELECT DISTINCT event_id, 2, status, 'Event ' || event, ends_at FROM run;

INSERT INTO message_template (template_id, event_id, event_version, locale, subject, body, link, placeholders)
SELECT template_id, event_id, 2, 'en', '{{name}}, spring is here',
       'Hello {{name}}, everything for the garden is 20 % off: tools, pots, seeds and furniture. Come and see before the sun does.',
       'https://shop.example/spring', '{name}'
FROM run;

-- In the order of days and places.
SELECT ensure_inbox_partition(dispatch_date) FROM run;
INSERT INTO delivery (delivery_id, event_id, dispatch_date, live_until)
SELECT delivery_number((dispatch_date + interval '7 hours') AT TIME ZONE 'UTC') + row_number() OVER (ORDER BY day DESC, event),
       event_id, dispatch_date, live_until(status, ends_at)
FROM run;

DO $$
DECLARE
    of_day integer;
BEGIN
    FOR of_day IN REVERSE (SELECT max(day) FROM run)..0 LOOP
        INSERT INTO inbox_message (delivery_id, user_id, template_no, params, is_read, read_at, created_at)
        SELECT d.delivery_id, r.user_id, t.template_no, 'Customer ' || r.number,
               r.was_read, CASE WHEN r.was_read THEN r.dispatch_date + interval '18 hours' END, r.dispatch_date + interval '7 hours'
        FROM recipient r JOIN delivery d USING (event_id, dispatch_date) JOIN message_template t USING (template_id)
        WHERE r.day = of_day
        ORDER BY d.delivery_id, r.user_id;
    END LOOP;
END $$;

DROP VIEW recipient;
DROP TABLE run;
