-- Words of rows for search: bigrams of Chinese text, words of the rest,
-- made by kind/find.c.  One index for all registers; rowid is the row's id.
CREATE VIRTUAL TABLE find USING fts5(words, tokenize = "ascii", detail = none);
