-- The tables of the dataset as they are today: keys, checks, and a comment on every table and column
-- (Vietnamese / English). A file made by an earlier version becomes this by the steps in migrations/.
--
-- Every time is the clock of Vietnam (UTC+7) without a zone, so that it reads the same on every machine and its day is
-- the day of the paper.
--
-- What a second, unchanged crawl may change: runs, fetches, sightings and issue_sightings keep the books of the runs
-- and grow with each. All other tables and all views give the same rows, byte for byte: a version
-- keeps the fetch that first showed it, an issue the run that first met it, and later sightings are rows of their own.
--
-- There are no FOREIGN KEY constraints: DuckDB refuses to update a list in a row that is referred to, and to rename or
-- drop a column of such a table, which would close the way to most migrations. The writer refuses orphans instead.

CREATE TABLE dataset (
    single BOOLEAN NOT NULL DEFAULT true PRIMARY KEY CHECK (single),
    schema_version INTEGER NOT NULL CHECK (schema_version > 0),
    origin VARCHAR CHECK (origin IN ('live', 'demo'))
);
COMMENT ON TABLE dataset IS 'Một dòng duy nhất nói về chính bộ dữ liệu / The one row that tells about the dataset itself';
COMMENT ON COLUMN dataset.single IS 'Luôn đúng: bảng chỉ có một dòng / Always true: the table has one row';
COMMENT ON COLUMN dataset.schema_version IS 'Phiên bản của cấu trúc bảng / Version of the tables';
COMMENT ON COLUMN dataset.origin IS 'Nguồn của mọi dòng: live (báo thật) hay demo (báo mẫu) / Where all rows come from: live (real papers) or demo (the bundled press)';

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
COMMENT ON TABLE runs IS 'Mỗi dòng là một lần chạy lệnh có ghi dữ liệu / One row per run of a command that writes';
COMMENT ON COLUMN runs.id IS 'Mã của lần chạy / Identifier of the run';
COMMENT ON COLUMN runs.command IS 'Lệnh đã chạy / The command that ran';
COMMENT ON COLUMN runs.origin IS 'live (báo thật) hay demo (báo mẫu) / live (real papers) or demo (the bundled press)';
COMMENT ON COLUMN runs.started_at IS 'Lúc bắt đầu, giờ Việt Nam / When it started, Vietnamese time';
COMMENT ON COLUMN runs.extractor_version IS 'Phiên bản bộ trích xuất đã dùng / Version of the extractor that was used';
COMMENT ON COLUMN runs.finished_at IS 'Lúc kết thúc, giờ Việt Nam; trống nếu bị ngắt / When it ended, Vietnamese time; null if it was cut off';
COMMENT ON COLUMN runs.exit_status IS 'Mã thoát; trống nếu bị ngắt / Exit status; null if it was cut off';
COMMENT ON COLUMN runs.figures IS 'Các con số tổng kết của lần chạy / Counts at the end of the run';

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
COMMENT ON TABLE fetches IS 'Mỗi dòng là một lần hỏi máy chủ, dù có ra bài báo hay không / One row per request to a server, whether or not an article came of it';
COMMENT ON COLUMN fetches.id IS 'Mã của lần tải / Identifier of the fetch';
COMMENT ON COLUMN fetches.run_id IS 'Lần chạy đã tải (runs.id) / The run that fetched (runs.id)';
COMMENT ON COLUMN fetches.site IS 'Trang báo / The site';
COMMENT ON COLUMN fetches.url IS 'Địa chỉ đã hỏi, trước khi chuyển hướng / The address asked for, before redirects';
COMMENT ON COLUMN fetches.final_url IS 'Địa chỉ đã trả lời, sau khi chuyển hướng / The address that answered, after redirects';
COMMENT ON COLUMN fetches.status IS 'Mã HTTP; 0 nếu không có trả lời / HTTP status; 0 where no answer came';
COMMENT ON COLUMN fetches.fetched_at IS 'Lúc tải, giờ Việt Nam / When it was fetched, Vietnamese time';
COMMENT ON COLUMN fetches.body_hash IS 'SHA-256 của nội dung nhận được / SHA-256 of the body as received';
COMMENT ON COLUMN fetches.bytes IS 'Số byte nhận được / Bytes received';
COMMENT ON COLUMN fetches.kind IS 'Trang được hỏi với vai trò gì: listing, article, file / What the page was asked for as: listing, article, file';
COMMENT ON COLUMN fetches.error IS 'Vì sao không có trả lời / Why no answer came';

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
COMMENT ON TABLE articles IS 'Mỗi dòng là một bài báo như lần cuối được thấy / One row per article, as it was last seen';
COMMENT ON COLUMN articles.id IS 'Mã của bài: hàm băm của địa chỉ chuẩn / Identifier of the article: the hash of its canonical address';
COMMENT ON COLUMN articles.url IS 'Địa chỉ chuẩn / Canonical address';
COMMENT ON COLUMN articles.site IS 'Trang báo / The site';
COMMENT ON COLUMN articles.origin IS 'live (báo thật) hay demo (báo mẫu) / live (real papers) or demo (the bundled press)';
COMMENT ON COLUMN articles.version_id IS 'Phiên bản hiện hành (article_versions.id) / The current version (article_versions.id)';
COMMENT ON COLUMN articles.title IS 'Tiêu đề / Title';
COMMENT ON COLUMN articles.lead IS 'Sapo / Lead paragraph';
COMMENT ON COLUMN articles.text IS 'Toàn văn, các khối nối bằng dấu xuống dòng; câu trích tính vị trí theo đây / Full text, blocks joined by a newline: quotes are offsets into it';
COMMENT ON COLUMN articles.author IS 'Tác giả / Author';
COMMENT ON COLUMN articles.credited_source IS 'Nguồn mà trang dẫn lại / The source that the page credits';
COMMENT ON COLUMN articles.published_at IS 'Lúc đăng, giờ Việt Nam / When it was published, Vietnamese time';
COMMENT ON COLUMN articles.published_raw IS 'Ngày đăng như trang viết / The date as the page writes it';
COMMENT ON COLUMN articles.fetched_at IS 'Lần đầu thấy phiên bản này, giờ Việt Nam / When this version was first seen, Vietnamese time';

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
COMMENT ON TABLE article_versions IS 'Mỗi dòng là một phiên bản nội dung của bài báo, giữ lại mãi / One row per content that an article has had, kept for good';
COMMENT ON COLUMN article_versions.id IS 'Mã của phiên bản: hàm băm của bài và nội dung / Identifier of the version: the hash of article and content';
COMMENT ON COLUMN article_versions.article_id IS 'Bài báo (articles.id) / The article (articles.id)';
COMMENT ON COLUMN article_versions.content_hash IS 'Hàm băm của tiêu đề và toàn văn / Hash of title and text';
COMMENT ON COLUMN article_versions.reading_hash IS 'Hàm băm của những gì đọc được ngoài tiêu đề và toàn văn / Hash of what else was read: lead, blocks, author, source, dates';
COMMENT ON COLUMN article_versions.title IS 'Tiêu đề / Title';
COMMENT ON COLUMN article_versions.lead IS 'Sapo / Lead paragraph';
COMMENT ON COLUMN article_versions.text IS 'Toàn văn của phiên bản này / Full text of this version';
COMMENT ON COLUMN article_versions.blocks IS 'Các khối: loại, vị trí trong toàn văn, ô của bảng / The blocks: kind, half-open place in the text, cells of a table with their place in the block';
COMMENT ON COLUMN article_versions.author IS 'Tác giả / Author';
COMMENT ON COLUMN article_versions.credited_source IS 'Nguồn mà trang dẫn lại / The source that the page credits';
COMMENT ON COLUMN article_versions.published_at IS 'Lúc đăng, giờ Việt Nam / When it was published, Vietnamese time';
COMMENT ON COLUMN article_versions.published_raw IS 'Ngày đăng như trang viết / The date as the page writes it';
COMMENT ON COLUMN article_versions.fetched_at IS 'Lần đầu thấy phiên bản này, giờ Việt Nam / When this version was first seen, Vietnamese time';
COMMENT ON COLUMN article_versions.fetch_id IS 'Lần tải đầu tiên cho thấy phiên bản này (fetches.id) / The fetch that first showed this version (fetches.id)';

CREATE TABLE sightings (
    version_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    seen_at TIMESTAMP NOT NULL,
    fetch_id VARCHAR,
    PRIMARY KEY (version_id, run_id)
);
COMMENT ON TABLE sightings IS 'Mỗi dòng: một lần chạy đã thấy một phiên bản; lần đầu và lần cuối suy ra từ đây / One row per version and run that saw it: first and last seen follow from here';
COMMENT ON COLUMN sightings.version_id IS 'Phiên bản được thấy (article_versions.id) / The version seen (article_versions.id)';
COMMENT ON COLUMN sightings.run_id IS 'Lần chạy đã thấy (runs.id) / The run that saw it (runs.id)';
COMMENT ON COLUMN sightings.seen_at IS 'Lúc thấy, giờ Việt Nam / When it was seen, Vietnamese time';
COMMENT ON COLUMN sightings.fetch_id IS 'Lần tải đã thấy (fetches.id) / The fetch that saw it (fetches.id)';

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
COMMENT ON TABLE statements IS 'Mỗi dòng là một giá trị mà một phiên bản bài báo nêu ra / One row per value that a version of an article states';
COMMENT ON COLUMN statements.id IS 'Mã của dòng: hàm băm của phiên bản, vị trí và khóa / Identifier of the row: the hash of version, offsets and key';
COMMENT ON COLUMN statements.version_id IS 'Phiên bản nêu giá trị (article_versions.id) / The version that states it (article_versions.id)';
COMMENT ON COLUMN statements.document IS 'Bài báo nêu giá trị (articles.id) / The article that states it (articles.id)';
COMMENT ON COLUMN statements."index" IS 'Chỉ số: par_index, sipas, papi, pci, pgi, dti, pii, ddci, ict / The index: par_index, sipas, papi, pci, pgi, dti, pii, ddci, ict';
COMMENT ON COLUMN statements.year IS 'Năm được đo, không phải năm công bố / The year measured, never the year of publication';
COMMENT ON COLUMN statements.entity IS 'Tên chuẩn của đối tượng / Canonical name of the subject';
COMMENT ON COLUMN statements.entity_id IS 'Mã ổn định của đối tượng / Stable identifier of the subject';
COMMENT ON COLUMN statements.entity_type IS 'Loại đối tượng: tỉnh, bộ, huyện, xã, sở, vùng, nhóm, cả nước / Type of subject: province, ministry, district, commune, department, region, group, country';
COMMENT ON COLUMN statements.parent IS 'Tỉnh của huyện, xã hay sở / The province of a district, commune or department';
COMMENT ON COLUMN statements.component IS 'Chỉ số thành phần, hoặc total / Component index, or total';
COMMENT ON COLUMN statements.metric IS 'Loại giá trị: điểm, phần trăm, hạng, hay mức thay đổi / Kind of value: score, percent, rank, or a change of one';
COMMENT ON COLUMN statements.value IS 'Giá trị; mức thay đổi có dấu, tăng hạng là dương / The number; changes are signed, a better rank is positive';
COMMENT ON COLUMN statements.out_of IS 'Điểm tối đa hoặc số đơn vị xếp hạng mà bài nêu / The maximum or the size of the field, where the text states it';
COMMENT ON COLUMN statements.bound IS 'Giá trị đúng bằng, trên, dưới hay khoảng / Whether the value is exact, above, below or about';
COMMENT ON COLUMN statements.vs_year IS 'Năm được so sánh, của mức thay đổi / Of a change: the year compared with';
COMMENT ON COLUMN statements.scope IS 'Vùng hay nhóm mà thứ hạng chỉ có giá trị trong đó / The region or group inside which alone a rank holds';
COMMENT ON COLUMN statements.part IS 'Câu trích nằm ở text (toàn văn) hay title (tiêu đề) / Whether the quote stands in text or in title';
COMMENT ON COLUMN statements.quote IS 'Phần câu nêu giá trị, nguyên văn / The part of the sentence that states the value, verbatim';
COMMENT ON COLUMN statements.quote_start IS 'Vị trí đầu của câu trích, tính theo ký tự Unicode / Where the quote begins, in Unicode code points';
COMMENT ON COLUMN statements.quote_end IS 'Vị trí ngay sau câu trích / Where the quote ends (half-open)';
COMMENT ON COLUMN statements.rule IS 'Quy tắc đã tạo ra dòng / The rule that made the row';
COMMENT ON COLUMN statements.confidence IS 'Độ tin cậy từ 0 đến 1 / How sure the rule is, 0 to 1';
COMMENT ON COLUMN statements.extractor_version IS 'Phiên bản bộ trích xuất / Version of the extractor';

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
COMMENT ON TABLE issues IS 'Mỗi dòng là một vấn đề từng gặp; những gì còn tồn tại xem open_issues / One row per problem ever met; open_issues has those that still stand';
COMMENT ON COLUMN issues.id IS 'Mã của vấn đề / Identifier of the problem';
COMMENT ON COLUMN issues.run_id IS 'Lần chạy đầu tiên gặp phải (runs.id) / The run that first met it (runs.id)';
COMMENT ON COLUMN issues.stage IS 'Gặp ở bước nào: fetch, article, extract, store, check / At which step: fetch, article, extract, store, check';
COMMENT ON COLUMN issues.severity IS 'error (mất dữ liệu) hay warning (cần xem lại) / error (something was lost) or warning (worth a look)';
COMMENT ON COLUMN issues.kind IS 'Tên ngắn của vấn đề / Short name of what went wrong';
COMMENT ON COLUMN issues.url IS 'Địa chỉ liên quan / The address concerned';
COMMENT ON COLUMN issues.version_id IS 'Phiên bản bài báo liên quan (article_versions.id) / The version of an article concerned (article_versions.id)';
COMMENT ON COLUMN issues.quote IS 'Câu trích liên quan / The sentence concerned';
COMMENT ON COLUMN issues.reason IS 'Vì sao / Why';
COMMENT ON COLUMN issues.next_step IS 'Nên làm gì tiếp / What to do next';

CREATE TABLE issue_sightings (
    issue_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    PRIMARY KEY (issue_id, run_id)
);
COMMENT ON TABLE issue_sightings IS 'Mỗi dòng: một lần chạy đã gặp một vấn đề / One row per problem and run that met it';
COMMENT ON COLUMN issue_sightings.issue_id IS 'Vấn đề (issues.id) / The problem (issues.id)';
COMMENT ON COLUMN issue_sightings.run_id IS 'Lần chạy đã gặp (runs.id) / The run that met it (runs.id)';

CREATE TABLE indexes (
    id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    name_en VARCHAR,
    publisher VARCHAR,
    unit VARCHAR,
    first_year INTEGER
);
COMMENT ON TABLE indexes IS 'Tham chiếu: các chỉ số / Reference: the indexes';
COMMENT ON COLUMN indexes.id IS 'Mã như trong statements / Key as in statements';
COMMENT ON COLUMN indexes.name IS 'Tên tiếng Việt / Name in Vietnamese';
COMMENT ON COLUMN indexes.name_en IS 'Tên tiếng Anh / Name in English';
COMMENT ON COLUMN indexes.publisher IS 'Cơ quan công bố / Who publishes it';
COMMENT ON COLUMN indexes.unit IS 'Đơn vị và thang đo / Unit and scale';
COMMENT ON COLUMN indexes.first_year IS 'Năm đo đầu tiên / The first year measured';

CREATE TABLE components (
    "index" VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    name_en VARCHAR,
    position INTEGER,
    PRIMARY KEY ("index", id)
);
COMMENT ON TABLE components IS 'Tham chiếu: chỉ số thành phần / Reference: component indexes';
COMMENT ON COLUMN components."index" IS 'Chỉ số (indexes.id) / The index (indexes.id)';
COMMENT ON COLUMN components.id IS 'Mã như trong statements / Key as in statements';
COMMENT ON COLUMN components.name IS 'Tên tiếng Việt / Name in Vietnamese';
COMMENT ON COLUMN components.name_en IS 'Tên tiếng Anh / Name in English';
COMMENT ON COLUMN components.position IS 'Thứ tự trong bộ chỉ số / Place in the order of the set';

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
COMMENT ON TABLE entities IS 'Tham chiếu: đối tượng, mỗi dòng là một tên trong một thời kỳ / Reference: subjects, one row per name and period';
COMMENT ON COLUMN entities.id IS 'Mã như trong statements / Key as in statements';
COMMENT ON COLUMN entities.name IS 'Tên chuẩn trong thời kỳ đó / Canonical name in that period';
COMMENT ON COLUMN entities.entity_type IS 'Loại đối tượng / Type of subject';
COMMENT ON COLUMN entities.status IS 'Cấp hoặc loại theo tên gọi: tỉnh, thành phố, bộ, … / Its own kind: province, city, ministry, …';
COMMENT ON COLUMN entities.parent_id IS 'Đối tượng cấp trên (entities.id) / The subject above it (entities.id)';
COMMENT ON COLUMN entities.region_id IS 'Vùng (entities.id) / Its region (entities.id)';
COMMENT ON COLUMN entities.valid_from IS 'Ngày bắt đầu; 1900-01-01 nếu có từ trước / First day; 1900-01-01 where it has been so all along';
COMMENT ON COLUMN entities.valid_to IS 'Ngày cuối; trống nếu còn hiệu lực / Last day; null while it is valid';

CREATE TABLE entity_successors (
    predecessor_id VARCHAR NOT NULL,
    successor_id VARCHAR NOT NULL,
    PRIMARY KEY (predecessor_id, successor_id)
);
COMMENT ON TABLE entity_successors IS 'Tham chiếu: đối tượng nào tiếp nối đối tượng nào / Reference: which subject follows which';
COMMENT ON COLUMN entity_successors.predecessor_id IS 'Đối tượng cũ (entities.id) / The earlier subject (entities.id)';
COMMENT ON COLUMN entity_successors.successor_id IS 'Đối tượng mới (entities.id) / The later subject (entities.id)';

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
COMMENT ON TABLE official_results IS 'Tham chiếu: kết quả PAR INDEX đã công bố, để đối chiếu / Reference: published totals of PAR INDEX, to check against';
COMMENT ON COLUMN official_results.year IS 'Năm được đo / The year measured';
COMMENT ON COLUMN official_results.entity_id IS 'Đối tượng (entities.id) / The subject (entities.id)';
COMMENT ON COLUMN official_results.entity IS 'Tên đối tượng / Name of the subject';
COMMENT ON COLUMN official_results.percent IS 'Kết quả chung, phần trăm / The total, in percent';
COMMENT ON COLUMN official_results.rank IS 'Thứ hạng / The rank';
COMMENT ON COLUMN official_results.status IS 'published (đã in), derived (suy ra), conflict (mâu thuẫn) / published, derived from a printed difference or order, or in conflict with better sources';
COMMENT ON COLUMN official_results.source_url IS 'Nguồn / Where it was published';
COMMENT ON COLUMN official_results.note IS 'Ghi chú / A note';
