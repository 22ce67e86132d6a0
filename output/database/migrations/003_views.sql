-- What people ask for first. Superseded submissions are left out of all of them.

CREATE VIEW current_submissions AS
SELECT id, sha256, pack, pack_version, name, media_type, pages, language, status, title, party, party_code, year, date,
       characters, assigned
FROM submissions
WHERE superseded_by IS NULL;

CREATE VIEW undated_planned_actions AS
SELECT s.party, s.party_code, s.year, s.name AS file, t.number AS target, t.title AS target_title, a.id AS action, a.text,
       a.timeframe, a.page, a.submission
FROM actions a
JOIN submissions s ON s.id = a.submission AND s.superseded_by IS NULL
LEFT JOIN targets t ON t.submission = a.submission AND t.id = a.target
WHERE a.role = 'action' AND a.timeframe NOT IN ('dated', 'recurring');

-- One row for each target that a party reports on, and how many actions stand in each of its sections.
CREATE VIEW party_section_matrix AS
SELECT s.party, s.party_code, s.year, s.name AS file, t.number AS target, t.title AS target_title,
       COUNT(DISTINCT CASE WHEN k.kind = 'undertaken' THEN k.id END) AS undertaken_sections,
       COUNT(CASE WHEN k.kind = 'undertaken' AND a.role = 'action' THEN 1 END) AS undertaken_actions,
       COUNT(DISTINCT CASE WHEN k.kind = 'planned' THEN k.id END) AS planned_sections,
       COUNT(CASE WHEN k.kind = 'planned' AND a.role = 'action' THEN 1 END) AS planned_actions,
       COUNT(CASE WHEN a.role = 'action' AND a.timeframe IN ('dated', 'recurring') THEN 1 END) AS dated_actions,
       COUNT(CASE WHEN k.kind NOT IN ('undertaken', 'planned') AND a.role = 'action' THEN 1 END) AS other_actions,
       t.submission, t.id AS node
FROM targets t
JOIN submissions s ON s.id = t.submission AND s.superseded_by IS NULL
LEFT JOIN sections k ON k.submission = t.submission AND k.target = t.id
LEFT JOIN actions a ON a.submission = k.submission AND a.section = k.id
GROUP BY s.party, s.party_code, s.year, s.name, t.number, t.title, t.submission, t.id;

CREATE VIEW findings_by_rule_and_party AS
SELECT f.rule, f.severity, s.party, s.party_code, s.year,
       COUNT(CASE WHEN f.status = 'open' THEN 1 END) AS open_findings,
       COUNT(CASE WHEN f.status = 'accepted' THEN 1 END) AS accepted_findings
FROM findings f
JOIN submissions s ON s.id = f.submission AND s.superseded_by IS NULL
GROUP BY f.rule, f.severity, s.party, s.party_code, s.year;

CREATE VIEW coverage AS
SELECT s.party, s.year, s.name AS file, s.status, s.characters, s.assigned,
       CASE WHEN s.characters > 0 THEN 100.0 * s.assigned / s.characters END AS assigned_percent,
       (SELECT COUNT(*) FROM unassigned u WHERE u.submission = s.id) AS unassigned_passages, s.id AS submission
FROM submissions s
WHERE s.superseded_by IS NULL;
