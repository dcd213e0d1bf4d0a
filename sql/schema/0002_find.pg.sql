-- Words of rows for search: bigrams of Chinese text, words of the rest,
-- made by kind/find.c.  One index for all registers.
CREATE TABLE find (
	id BIGINT PRIMARY KEY,      -- the row's id
	words TEXT NOT NULL,
	terms tsvector NOT NULL
);
CREATE INDEX find_terms_ix ON find USING GIN (terms);
