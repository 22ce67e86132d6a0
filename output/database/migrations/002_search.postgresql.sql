-- Full-text search: WHERE to_tsvector('simple', text) @@ plainto_tsquery('simple', 'rivers').
CREATE INDEX text_search ON texts USING gin (to_tsvector('simple', text));
