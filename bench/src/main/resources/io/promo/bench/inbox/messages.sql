-- For promo bench inbox, thirty messages a customer: a day's runs reach every other customer, and each of them by one event.
-- Expects the logged-in customers in shopper; :customers is how many there are with them. load.sql brings it in.

CREATE TEMP TABLE customer AS
SELECT row_number() OVER (ORDER BY user_id) AS number, user_id
FROM (SELECT user_id FROM shopper
      UNION ALL
      SELECT md5('customer ' || n)::uuid FROM generate_series(1, :customers - (SELECT count(*) FROM shopper)) AS n) AS everyone
ORDER BY user_id;

CREATE TEMP TABLE run AS
SELECT event, day, (now() AT TIME ZONE 'UTC')::date - day AS dispatch_date,
       md5('event ' || event)::uuid AS event_id, md5('run ' || event || ' ' || day)::uuid AS template_id,
       CASE event WHEN 4 THEN 'CANCELLED' WHEN 5 THEN 'EXPIRED' ELSE 'PUBLISHED' END AS status,
       now() + CASE event WHEN 5 THEN interval '-1 day' ELSE interval '30 days' END AS ends_at
FROM generate_series(0, 5) AS event, generate_series(0, 59) AS day;

-- Who gets which run's message.
CREATE TEMP VIEW recipient AS
SELECT r.*, c.user_id, c.number, (c.number + r.day / 2) / 6 % 2 = 0 AS was_read
FROM customer c JOIN run r ON r.event = (c.number + r.day / 2) % 6
WHERE c.number % 2 = r.day % 2;

-- The same rows as a textbook's table would have them: the text in each row. For the usual way, as whom inbox-api is. The id is
-- any that is unique, as the usual way has one.
CREATE VIEW usual_message AS
SELECT md5(m.delivery_id || ' ' || m.user_id)::uuid AS message_id, m.user_id, d.event_id, d.dispatch_date, replace(t.subject, '{{name}}', m.params) AS subject,
       replace(t.body, '{{name}}', m.params) AS body, t.link, m.is_read AS read, m.read_at, m.created_at,
       CASE WHEN s.event_id IS NULL OR s.status = 'PUBLISHED' AND s.ends_at >= now() THEN 'LIVE'
            WHEN s.status = 'CANCELLED' THEN 'CANCELLED' ELSE 'ENDED' END AS state
FROM inbox_message m JOIN delivery d USING (delivery_id) JOIN message_template t USING (template_no) LEFT JOIN event_state s ON s.event_id = d.event_id;
GRANT SELECT ON usual_message TO promo_inbox;
