CREATE TABLE IF NOT EXISTS article (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    json TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS reading (
    key TEXT PRIMARY KEY,
    json TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS fact (
    noun TEXT NOT NULL,
    position INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (noun, position)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS decision (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    json TEXT NOT NULL
);
CREATE TRIGGER IF NOT EXISTS decision_is_never_changed BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER IF NOT EXISTS decision_is_never_deleted BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TABLE IF NOT EXISTS build (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    digest TEXT NOT NULL,
    changes TEXT NOT NULL,
    at TEXT
);
CREATE VIRTUAL TABLE IF NOT EXISTS passage USING fts5 (
    words, article UNINDEXED, start UNINDEXED, "end" UNINDEXED,
    tokenize = "unicode61 remove_diacritics 2"
);
