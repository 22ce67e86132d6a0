-- Full-text search: SELECT node FROM text_search WHERE text_search MATCH 'rivers'. Accents do not matter.
CREATE VIRTUAL TABLE text_search USING fts5 (
  text, submission UNINDEXED, node UNINDEXED,
  content='texts', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
-- A load fills it with one statement a document: a trigger would write its segments out for every row.
CREATE TRIGGER texts_deleted AFTER DELETE ON texts BEGIN
  INSERT INTO text_search (text_search, rowid, text, submission, node)
  VALUES ('delete', old.id, old.text, old.submission, old.node);
END;
