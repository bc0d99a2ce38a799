-- inbox-api owns what customers want: an import unsubscribes, tells inbox-api so, and never subscribes (ADR 15).
-- From now on preference holds what inbox-api said last: the customer's own word, or an import that it has taken over.
ALTER TABLE customer
    -- Who imported the file that unsubscribed the customer; null when the customer said so in the inbox, and while subscribed.
    ADD COLUMN unsubscribed_by text,
    -- inbox-api has not said yet that it knows of the import: until then no word of the customer brings them back.
    ADD COLUMN import_unconfirmed boolean NOT NULL DEFAULT false;

UPDATE customer c SET unsubscribed_by = 'somebody before this was recorded'
WHERE unsubscribed AND NOT EXISTS (SELECT 1 FROM preference p WHERE p.user_id = c.user_id AND p.unsubscribed);

-- Customers whom an import had unsubscribed before inbox-api was told of such things. The manager tells it and empties the
-- table; nothing is added later. Nobody can log in as a customer made up for a demonstration, so they are left out.
CREATE TABLE untold_unsubscription (
    user_id uuid PRIMARY KEY
);
INSERT INTO untold_unsubscription
SELECT user_id FROM customer WHERE unsubscribed_by IS NOT NULL AND coalesce(email, '') !~ '^customer[0-9]+@example[.]org$';

GRANT SELECT, UPDATE, DELETE ON untold_unsubscription TO promo_dispatch;
