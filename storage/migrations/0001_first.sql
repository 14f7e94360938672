-- The tables of the first version. Never changed: it makes the old databases that migrations are tested on.

CREATE TABLE dataset (
    single BOOLEAN NOT NULL DEFAULT true PRIMARY KEY CHECK (single),
    schema_version INTEGER NOT NULL CHECK (schema_version > 0),
    origin VARCHAR CHECK (origin IN ('live', 'demo'))
);

CREATE TABLE runs (
    id VARCHAR PRIMARY KEY,
    command VARCHAR NOT NULL,
    origin VARCHAR NOT NULL CHECK (origin IN ('live', 'demo')),
    started_at TIMESTAMP NOT NULL,
    extractor_version VARCHAR NOT NULL,
    finished_at TIMESTAMP,
    exit_status INTEGER,
    figures MAP(VARCHAR, BIGINT) NOT NULL
);

CREATE TABLE fetches (
    id VARCHAR PRIMARY KEY,
    run_id VARCHAR NOT NULL,
    site VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    final_url VARCHAR NOT NULL,
    status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 999),
    fetched_at TIMESTAMP NOT NULL,
    body_hash VARCHAR,
    bytes BIGINT NOT NULL CHECK (bytes >= 0),
    kind VARCHAR NOT NULL CHECK (kind <> ''),
    error VARCHAR
);

CREATE TABLE articles (
    id VARCHAR PRIMARY KEY,
    url VARCHAR NOT NULL CHECK (url <> ''),
    site VARCHAR NOT NULL,
    origin VARCHAR NOT NULL CHECK (origin IN ('live', 'demo')),
    version_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    lead VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    author VARCHAR,
    credited_source VARCHAR,
    published_at TIMESTAMP,
    published_raw VARCHAR,
    fetched_at TIMESTAMP NOT NULL
);

CREATE TABLE article_versions (
    id VARCHAR PRIMARY KEY,
    article_id VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL,
    reading_hash VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    lead VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    blocks STRUCT(
        kind VARCHAR,
        "start" INTEGER,
        "end" INTEGER,
        cells STRUCT(
            "row" INTEGER, "column" INTEGER, rowspan INTEGER, colspan INTEGER, header BOOLEAN, "start" INTEGER, "end" INTEGER
        )[]
    )[] NOT NULL,
    author VARCHAR,
    credited_source VARCHAR,
    published_at TIMESTAMP,
    published_raw VARCHAR,
    fetched_at TIMESTAMP NOT NULL,
    fetch_id VARCHAR
);

CREATE TABLE sightings (
    version_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    seen_at TIMESTAMP NOT NULL,
    fetch_id VARCHAR,
    PRIMARY KEY (version_id, run_id)
);

CREATE TABLE statements (
    id VARCHAR PRIMARY KEY,
    version_id VARCHAR NOT NULL,
    document VARCHAR NOT NULL,
    "index" VARCHAR NOT NULL
        CHECK ("index" IN ('par_index', 'sipas', 'papi', 'pci', 'pgi', 'dti', 'pii', 'ddci', 'ict')),
    year INTEGER CHECK (year BETWEEN 1990 AND 2100),
    entity VARCHAR NOT NULL CHECK (entity <> ''),
    entity_id VARCHAR NOT NULL CHECK (entity_id <> ''),
    entity_type VARCHAR NOT NULL CHECK (
        entity_type IN ('province', 'ministry', 'district', 'commune', 'department', 'region', 'group', 'country')
    ),
    parent VARCHAR,
    component VARCHAR NOT NULL CHECK (component <> ''),
    metric VARCHAR NOT NULL
        CHECK (metric IN ('score', 'percent', 'rank', 'score_change', 'percent_change', 'rank_change')),
    value DOUBLE NOT NULL CHECK (isfinite(value)),
    out_of DOUBLE CHECK (out_of > 0 AND isfinite(out_of)),
    bound VARCHAR NOT NULL CHECK (bound IN ('=', '>', '>=', '<', '<=', '~')),
    vs_year INTEGER CHECK (vs_year BETWEEN 1990 AND 2100),
    scope VARCHAR,
    part VARCHAR NOT NULL CHECK (part IN ('text', 'title')),
    quote VARCHAR NOT NULL CHECK (quote <> ''),
    quote_start INTEGER NOT NULL CHECK (quote_start >= 0),
    quote_end INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    extractor_version VARCHAR NOT NULL,
    CHECK (quote_end - quote_start = length(quote)),
    CHECK (metric <> 'rank' OR (value >= 1 AND value = floor(value))),
    CHECK (metric LIKE '%_change' OR vs_year IS NULL)
);

CREATE TABLE issues (
    id VARCHAR PRIMARY KEY,
    run_id VARCHAR NOT NULL,
    stage VARCHAR NOT NULL CHECK (stage IN ('fetch', 'article', 'extract', 'store', 'check')),
    severity VARCHAR NOT NULL CHECK (severity IN ('error', 'warning')),
    kind VARCHAR NOT NULL CHECK (kind <> ''),
    url VARCHAR,
    version_id VARCHAR,
    quote VARCHAR,
    reason VARCHAR NOT NULL,
    next_step VARCHAR NOT NULL
);

CREATE TABLE issue_sightings (
    issue_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    PRIMARY KEY (issue_id, run_id)
);

CREATE TABLE indexes (
    id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    name_en VARCHAR,
    publisher VARCHAR,
    unit VARCHAR,
    first_year INTEGER
);

CREATE TABLE components (
    "index" VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    name_en VARCHAR,
    position INTEGER,
    PRIMARY KEY ("index", id)
);

CREATE TABLE entities (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    entity_type VARCHAR NOT NULL CHECK (
        entity_type IN ('province', 'ministry', 'district', 'commune', 'department', 'region', 'group', 'country')
    ),
    status VARCHAR,
    parent_id VARCHAR,
    region_id VARCHAR,
    valid_from DATE NOT NULL DEFAULT DATE '1900-01-01',
    valid_to DATE,
    PRIMARY KEY (id, valid_from)
);

CREATE TABLE entity_successors (
    predecessor_id VARCHAR NOT NULL,
    successor_id VARCHAR NOT NULL,
    PRIMARY KEY (predecessor_id, successor_id)
);

CREATE TABLE official_results (
    year INTEGER NOT NULL,
    entity_id VARCHAR NOT NULL,
    entity VARCHAR NOT NULL,
    percent DOUBLE,
    rank INTEGER,
    status VARCHAR NOT NULL CHECK (status IN ('published', 'derived', 'conflict')),
    source_url VARCHAR NOT NULL,
    note VARCHAR,
    PRIMARY KEY (year, entity_id, source_url, status)
);
