CREATE TABLE article (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    json TEXT NOT NULL
);
CREATE TABLE reading (
    key TEXT PRIMARY KEY,
    json TEXT NOT NULL
);
CREATE TABLE fact (
    noun TEXT NOT NULL,
    position INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (noun, position)
) WITHOUT ROWID;
CREATE TABLE decision (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    json TEXT NOT NULL
);
CREATE TRIGGER decision_is_never_changed BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TABLE build (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    digest TEXT NOT NULL,
    changes TEXT NOT NULL,
    at TEXT
);
CREATE VIRTUAL TABLE passage USING fts5 (
    words, article UNINDEXED, start UNINDEXED, "end" UNINDEXED,
    tokenize = "unicode61 remove_diacritics 2"
);
