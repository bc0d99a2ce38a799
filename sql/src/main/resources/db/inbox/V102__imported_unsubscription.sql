-- Who imported the file that unsubscribed the customer; null: what the customer said.
ALTER TABLE preference ADD COLUMN imported_by text;
