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

-- Who gets which run's message; those of a day come in the order of place, then of customers.
CREATE TEMP VIEW delivery AS
SELECT r.*, 0 AS place, c.user_id, c.number, (c.number + r.day / 2) / 6 % 2 = 0 AS was_read
FROM customer c JOIN run r ON r.event = (c.number + r.day / 2) % 6
WHERE c.number % 2 = r.day % 2;
