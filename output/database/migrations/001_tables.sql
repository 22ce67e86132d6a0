-- Tables of extracts. One schema for SQLite and PostgreSQL; words in braces stand for a type that they name differently.
-- Every child row goes with its submission. Texts and dates are as in the extract; spans count code points.

CREATE TABLE submissions (
  id {identity},
  sha256 TEXT NOT NULL,
  pack TEXT NOT NULL,
  pack_version TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes {bigint} NOT NULL,
  media_type TEXT,
  pages INTEGER,
  text_source TEXT NOT NULL,
  language TEXT,
  status TEXT NOT NULL CHECK (status IN ('ok', 'partial', 'unreadable')),
  pack_score {double},
  characters {bigint} NOT NULL,
  assigned {bigint} NOT NULL,
  title TEXT,
  party TEXT,
  party_code TEXT,
  year INTEGER,
  date {date},
  date_source TEXT,
  tool_version TEXT NOT NULL,
  schema_version TEXT NOT NULL,
  superseded_by {bigint} REFERENCES submissions (id) ON DELETE SET NULL,
  extract {json} NOT NULL,
  UNIQUE (sha256, pack, pack_version)
){strict};
CREATE INDEX submissions_of_party ON submissions (party, year);
CREATE INDEX submissions_superseded ON submissions (superseded_by);

CREATE TABLE warnings (
  submission {bigint} NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  code TEXT NOT NULL,
  page INTEGER,
  message TEXT NOT NULL,
  PRIMARY KEY (submission, number)
){strict};

CREATE TABLE targets (
  submission {bigint} NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  number INTEGER,
  title TEXT NOT NULL,
  page INTEGER,
  span_start {bigint} NOT NULL,
  span_length {bigint} NOT NULL,
  places {json},
  PRIMARY KEY (submission, id)
){strict};

CREATE TABLE goals (
  submission {bigint} NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  target TEXT,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  page INTEGER,
  span_start {bigint} NOT NULL,
  span_length {bigint} NOT NULL,
  places {json},
  PRIMARY KEY (submission, id),
  FOREIGN KEY (submission, target) REFERENCES targets (submission, id) ON DELETE CASCADE
){strict};

CREATE TABLE sections (
  submission {bigint} NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  target TEXT,
  kind TEXT NOT NULL,
  heading TEXT,
  page INTEGER,
  span_start {bigint} NOT NULL,
  span_length {bigint} NOT NULL,
  PRIMARY KEY (submission, id),
  FOREIGN KEY (submission, target) REFERENCES targets (submission, id) ON DELETE CASCADE
){strict};

CREATE TABLE action_groups (
  submission {bigint} NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  section TEXT NOT NULL,
  heading TEXT,
  PRIMARY KEY (submission, id),
  FOREIGN KEY (submission, section) REFERENCES sections (submission, id) ON DELETE CASCADE
){strict};

-- timeframe is null where the action is not a planned one.
CREATE TABLE actions (
  submission {bigint} NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  action_group TEXT NOT NULL,
  section TEXT NOT NULL,
  target TEXT,
  kind TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('action', 'lead', 'note')),
  text TEXT NOT NULL,
  timeframe TEXT CHECK (timeframe IN ('dated', 'recurring', 'vague', 'ongoing', 'none')),
  earliest {date},
  latest {date},
  is_stale {boolean},
  page INTEGER,
  span_start {bigint} NOT NULL,
  span_length {bigint} NOT NULL,
  places {json},
  PRIMARY KEY (submission, id),
  FOREIGN KEY (submission, action_group) REFERENCES action_groups (submission, id) ON DELETE CASCADE
){strict};

CREATE TABLE action_cells (
  submission {bigint} NOT NULL,
  action TEXT NOT NULL,
  number INTEGER NOT NULL,
  heading TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (submission, action, number),
  FOREIGN KEY (submission, action) REFERENCES actions (submission, id) ON DELETE CASCADE
){strict};

CREATE TABLE timeframes (
  submission {bigint} NOT NULL,
  action TEXT NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  role TEXT NOT NULL,
  kind TEXT NOT NULL,
  precision TEXT,
  earliest {date},
  latest {date},
  is_approximate {boolean} NOT NULL,
  is_inherited {boolean} NOT NULL,
  reason TEXT,
  PRIMARY KEY (submission, action, number),
  FOREIGN KEY (submission, action) REFERENCES actions (submission, id) ON DELETE CASCADE
){strict};

CREATE TABLE findings (
  submission {bigint} NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error', 'blocker')),
  status TEXT NOT NULL CHECK (status IN ('open', 'accepted')),
  node TEXT NOT NULL,
  absent TEXT,
  message TEXT NOT NULL,
  help TEXT NOT NULL,
  citation TEXT,
  quote TEXT,
  page INTEGER,
  span_start {bigint} NOT NULL,
  span_length {bigint} NOT NULL,
  places {json},
  fingerprint TEXT NOT NULL,
  reason TEXT,
  PRIMARY KEY (submission, number)
){strict};
CREATE INDEX findings_of_rule ON findings (rule);

CREATE TABLE checks (
  submission {bigint} NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  rule TEXT NOT NULL,
  state TEXT NOT NULL,
  looked_at INTEGER NOT NULL,
  found INTEGER NOT NULL,
  why TEXT,
  PRIMARY KEY (submission, number)
){strict};

CREATE TABLE unassigned (
  submission {bigint} NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  page INTEGER,
  span_start {bigint} NOT NULL,
  span_length {bigint} NOT NULL,
  PRIMARY KEY (submission, number)
){strict};

-- Every text of a node, for searching.
CREATE TABLE texts (
  id {identity},
  submission {bigint} NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
  node TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('target', 'goal', 'group', 'action')),
  text TEXT NOT NULL
){strict};
CREATE INDEX texts_of_submission ON texts (submission);
