-- The views of the dataset, made anew whenever a file is made, migrated or published. Each builds on those above.
-- A column without a comment here has that of the table column of the same name, statements before all others.

-- A paper that reprints another is no second witness: the credited source speaks, and equal texts speak once.
-- 'https://hanoimoi.com.vn', 'hanoimoi.vn' and 'www.hanoimoi.vn' are one voice: the label before the public ending counts.
CREATE OR REPLACE MACRO voice(source) AS coalesce(
    nullif(regexp_extract(
        regexp_replace(lower(trim(source)), '^[a-z]+://|/.*$', '', 'g'),
        '([^.\s]+)(?:\.(?:com|net|org|gov|edu|info))?\.[a-z]+$', 1
    ), ''),
    lower(trim(source))
);

-- Two printed numbers agree when the longer, rounded as the shorter is, equals it: 84.6 and 84.64 do, 84.6 and 84.7 do not.
CREATE OR REPLACE MACRO decimals(number) AS length(rtrim(split_part(CAST(number AS VARCHAR), '.', 2), '0'));
-- Half a place is the most that rounding takes; 8 and 8.5 are two numbers, for who drops a half also drops its place.
CREATE OR REPLACE MACRO places(one, other) AS least(decimals(one), decimals(other));
CREATE OR REPLACE MACRO agrees(one, other) AS one = other OR (
    decimals(one) <> decimals(other)
    AND abs(one - other) <= 0.5 * power(10, -places(one, other)) + if(places(one, other) > 0, 1e-9, -1e-9)
);

CREATE OR REPLACE VIEW witnesses AS
SELECT
    articles.id AS article_id,
    min(voice(coalesce(articles.credited_source, articles.site))) OVER (PARTITION BY article_versions.content_hash) AS witness
FROM articles JOIN article_versions ON article_versions.id = articles.version_id
ORDER BY article_id;
COMMENT ON VIEW witnesses IS 'Mỗi bài báo nói theo nguồn nào; bài đăng lại không phải là nguồn mới / Whose voice each article is; a reprint is no new witness';
COMMENT ON COLUMN witnesses.witness IS 'Nguồn tin: nguồn được dẫn, nếu không thì chính trang báo / The voice: the credited source, else the site';

CREATE OR REPLACE VIEW current_statements AS
SELECT
    statements.*, articles.url, articles.site, articles.title, articles.published_at, articles.fetched_at, witnesses.witness
FROM statements
JOIN articles ON articles.version_id = statements.version_id
JOIN witnesses ON witnesses.article_id = articles.id
ORDER BY articles.url, statements.part DESC, statements.quote_start, statements.id;
COMMENT ON VIEW current_statements IS 'Các giá trị trong phiên bản hiện hành của mỗi bài, kèm bài báo / The values stated by the current version of each article, with the article';
COMMENT ON COLUMN current_statements.url IS 'Địa chỉ bài báo / Address of the article';
COMMENT ON COLUMN current_statements.fetched_at IS 'Lần đầu thấy, giờ Việt Nam / When it was first seen, Vietnamese time';
COMMENT ON COLUMN current_statements.witness IS 'Nguồn tin độc lập mà bài thuộc về / The independent voice that the article belongs to';

-- A total of PAR INDEX in points and in percent is one quantity: its scale is 100. A text that names another maximum
-- (73,5/80 điểm) means points of its own. Bounds ("trên 90%") and changes over more than a year stay in statements:
-- they are no values of the year.
CREATE OR REPLACE VIEW stated_values AS
WITH claims AS (
    SELECT
        statements.*,
        witness,
        CASE
            WHEN "index" = 'par_index' AND component = 'total' AND coalesce(out_of, 100) = 100 AND abs(value) <= 100
                THEN replace(metric, 'score', 'percent')
            ELSE metric
        END AS quantity,
        struct_pack(
            undated := published_at IS NULL, published_at := published_at, fetched_at := fetched_at, url := url,
            quote_start := quote_start, quote := quote
        ) AS source
    -- The joins of current_statements without its order, which costs more than all the rest.
    FROM statements
    JOIN articles ON articles.version_id = statements.version_id
    JOIN witnesses ON witnesses.article_id = articles.id
    WHERE confidence >= 0.5 AND year IS NOT NULL AND bound IN ('=', '~') AND (vs_year IS NULL OR vs_year = year - 1)
),
options AS (
    SELECT
        "index", year, entity_id, scope, component, quantity AS metric, value,
        min(entity) AS entity, min(entity_type) AS entity_type, min(parent) AS parent, max(out_of) AS out_of,
        bool_or(bound = '=') AS exact, count(DISTINCT witness) AS sources, list_sort(list(DISTINCT witness)) AS witnesses,
        max(confidence) AS confidence, min(source) AS source
    FROM claims
    GROUP BY "index", year, entity_id, scope, component, quantity, value
),
ranked AS (
    SELECT
        *,
        first_value(value) OVER (
            PARTITION BY "index", year, entity_id, scope, component, metric
            ORDER BY exact DESC, sources DESC, confidence DESC, source, value
        ) AS chosen_value
    FROM options
)
SELECT
    "index", year, entity, entity_id, entity_type, parent, scope, component, metric, value, out_of,
    value = chosen_value AS chosen, agrees(value, chosen_value) AS agrees, sources, witnesses, confidence,
    source.url AS first_url, source.published_at AS first_published_at, source.quote AS first_quote
FROM ranked
ORDER BY "index", year, entity_id, scope NULLS FIRST, component, metric, chosen DESC, value;
COMMENT ON VIEW stated_values IS 'Mỗi dòng là một giá trị khác nhau được nêu cho cùng một đại lượng, kèm số nguồn / One row per distinct value stated for a quantity, with its witnesses';
COMMENT ON COLUMN stated_values.metric IS 'Đại lượng; kết quả chung PAR INDEX tính bằng điểm được coi là phần trăm / The quantity; a total of PAR INDEX in points counts as percent';
COMMENT ON COLUMN stated_values.value IS 'Giá trị được nêu / The value stated';
COMMENT ON COLUMN stated_values.out_of IS 'Điểm tối đa hoặc số đơn vị được nêu / The maximum or field size stated';
COMMENT ON COLUMN stated_values.chosen IS 'Giá trị được chọn: chính xác trước, rồi số nguồn, độ tin cậy, ngày đăng / Whether it is the value taken: exact first, then witnesses, confidence, date';
COMMENT ON COLUMN stated_values.agrees IS 'Có khớp với giá trị được chọn không, tính cả làm tròn / Whether it agrees with the value taken, rounding allowed';
COMMENT ON COLUMN stated_values.sources IS 'Số nguồn độc lập / Number of independent witnesses';
COMMENT ON COLUMN stated_values.witnesses IS 'Các nguồn độc lập / The independent witnesses';
COMMENT ON COLUMN stated_values.confidence IS 'Độ tin cậy cao nhất / The highest confidence';
COMMENT ON COLUMN stated_values.first_url IS 'Bài báo nêu sớm nhất / The article that stated it first';
COMMENT ON COLUMN stated_values.first_published_at IS 'Ngày đăng của bài đó / When that article was published';
COMMENT ON COLUMN stated_values.first_quote IS 'Câu trích của bài đó / The sentence of that article';

CREATE OR REPLACE VIEW scores AS
WITH united AS (
    SELECT
        "index", year, entity_id, scope, component,
        min(entity) AS entity, min(entity_type) AS entity_type, min(parent) AS parent,
        max(value) FILTER (chosen AND metric = 'score') AS points,
        max(value) FILTER (chosen AND metric = 'percent') AS percent,
        max(out_of) FILTER (chosen AND metric = 'score') AS maximum,
        CAST(max(value) FILTER (chosen AND metric = 'rank') AS INTEGER) AS rank,
        CAST(max(out_of) FILTER (chosen AND metric = 'rank') AS INTEGER) AS out_of,
        max(value) FILTER (chosen AND metric = 'score_change') AS points_change,
        max(value) FILTER (chosen AND metric = 'percent_change') AS percent_change,
        CAST(max(value) FILTER (chosen AND metric = 'rank_change') AS INTEGER) AS rank_change,
        list_unique(flatten(list(witnesses))) AS sources,
        bool_and(agrees) AS agreement,
        min(confidence) FILTER (chosen) AS confidence,
        min(struct_pack(
            undated := first_published_at IS NULL, published_at := first_published_at, url := first_url, quote := first_quote
        )) AS source,
        "index" = 'par_index' AND component = 'total' AS points_are_percent
    FROM stated_values
    GROUP BY "index", year, entity_id, scope, component
)
SELECT
    "index", year, entity, entity_id, entity_type, parent, scope, component,
    CASE WHEN points_are_percent THEN coalesce(points, percent) ELSE points END AS score,
    maximum, percent, rank, out_of,
    CASE WHEN points_are_percent THEN coalesce(points_change, percent_change) ELSE points_change END AS score_change,
    percent_change, rank_change, CAST(sources AS INTEGER) AS sources, agreement, confidence,
    source.url AS first_url, source.published_at AS first_published_at
FROM united
ORDER BY "index", year, entity_id, scope NULLS FIRST, component;
COMMENT ON VIEW scores IS 'Số liệu hợp nhất: mỗi dòng là một chỉ số, năm, đối tượng, phạm vi và thành phần / The consolidated values: one row per index, year, subject, scope and component';
COMMENT ON COLUMN scores.score IS 'Điểm; với kết quả chung PAR INDEX, điểm và phần trăm là một / Points; of a total of PAR INDEX, points and percent are one';
COMMENT ON COLUMN scores.maximum IS 'Điểm tối đa được nêu / The maximum of the points, where stated';
COMMENT ON COLUMN scores.percent IS 'Phần trăm / Percent';
COMMENT ON COLUMN scores.rank IS 'Thứ hạng / Rank';
COMMENT ON COLUMN scores.out_of IS 'Số đơn vị được xếp hạng, nếu nêu / Size of the ranked field, where stated';
COMMENT ON COLUMN scores.score_change IS 'Thay đổi điểm so với năm trước / Change of points from the year before';
COMMENT ON COLUMN scores.percent_change IS 'Thay đổi phần trăm so với năm trước / Change of percent from the year before';
COMMENT ON COLUMN scores.rank_change IS 'Số bậc tăng (dương) hay giảm (âm) so với năm trước / Places gained (positive) or lost since the year before';
COMMENT ON COLUMN scores.sources IS 'Số nguồn độc lập / Number of independent witnesses';
COMMENT ON COLUMN scores.agreement IS 'Mọi nguồn có khớp nhau không; xem conflicts / Whether all witnesses agree; see conflicts';
COMMENT ON COLUMN scores.confidence IS 'Độ tin cậy thấp nhất trong các giá trị của dòng / The lowest confidence among the values of the row';
COMMENT ON COLUMN scores.first_url IS 'Bài báo nêu sớm nhất / The article that stated any of it first';
COMMENT ON COLUMN scores.first_published_at IS 'Ngày đăng của bài đó / When that article was published';

CREATE OR REPLACE VIEW conflicts AS
SELECT
    taken."index", taken.year, taken.entity, taken.entity_id, taken.scope, taken.component, taken.metric,
    taken.value, taken.sources, taken.first_quote AS quote, taken.first_url AS url,
    taken.first_published_at AS published_at,
    other.value AS other_value, other.sources AS other_sources, other.first_quote AS other_quote,
    other.first_url AS other_url, other.first_published_at AS other_published_at
FROM stated_values AS taken
JOIN stated_values AS other
    ON other."index" = taken."index" AND other.year = taken.year AND other.entity_id = taken.entity_id
    AND other.scope IS NOT DISTINCT FROM taken.scope AND other.component = taken.component AND other.metric = taken.metric
WHERE taken.chosen AND NOT other.agrees
ORDER BY taken."index", taken.year, taken.entity_id, taken.scope NULLS FIRST, taken.component, taken.metric, other.value;
COMMENT ON VIEW conflicts IS 'Các giá trị mâu thuẫn: bên được chọn và bên còn lại, kèm câu trích / Values that contradict each other: the one taken and the other, with their sentences';
COMMENT ON COLUMN conflicts.metric IS 'Đại lượng / The quantity';
COMMENT ON COLUMN conflicts.value IS 'Giá trị được chọn / The value taken';
COMMENT ON COLUMN conflicts.sources IS 'Số nguồn độc lập của giá trị được chọn / Independent witnesses of the value taken';
COMMENT ON COLUMN conflicts.quote IS 'Câu trích của giá trị được chọn / The sentence of the value taken';
COMMENT ON COLUMN conflicts.url IS 'Bài báo của giá trị được chọn / The article of the value taken';
COMMENT ON COLUMN conflicts.published_at IS 'Ngày đăng bài đó / When that article was published';
COMMENT ON COLUMN conflicts.other_value IS 'Giá trị kia / The other value';
COMMENT ON COLUMN conflicts.other_sources IS 'Số nguồn độc lập của giá trị kia / Independent witnesses of the other value';
COMMENT ON COLUMN conflicts.other_quote IS 'Câu trích của giá trị kia / The sentence of the other value';
COMMENT ON COLUMN conflicts.other_url IS 'Bài báo của giá trị kia / The article of the other value';
COMMENT ON COLUMN conflicts.other_published_at IS 'Ngày đăng bài kia / When the other article was published';

CREATE OR REPLACE VIEW articles_with_rows AS
SELECT
    articles.id, articles.url, articles.site, articles.title, articles.published_at, articles.credited_source,
    count(*) AS row_count, count(*) FILTER (statements."index" = 'par_index') AS par_index_rows,
    count(DISTINCT statements.entity_id) AS entities, min(statements.year) AS first_year, max(statements.year) AS last_year
FROM articles JOIN statements ON statements.version_id = articles.version_id
GROUP BY ALL
ORDER BY articles.published_at DESC NULLS LAST, articles.url;
COMMENT ON VIEW articles_with_rows IS 'Các bài báo có nêu giá trị, mới nhất trước / The articles that state values, newest first';
COMMENT ON COLUMN articles_with_rows.id IS 'Mã của bài / Identifier of the article';
COMMENT ON COLUMN articles_with_rows.url IS 'Địa chỉ / Address';
COMMENT ON COLUMN articles_with_rows.row_count IS 'Số giá trị được nêu / How many values it states';
COMMENT ON COLUMN articles_with_rows.par_index_rows IS 'Trong đó thuộc PAR INDEX / How many of them are of PAR INDEX';
COMMENT ON COLUMN articles_with_rows.entities IS 'Số đối tượng / How many subjects';
COMMENT ON COLUMN articles_with_rows.first_year IS 'Năm được đo sớm nhất / The earliest year measured';
COMMENT ON COLUMN articles_with_rows.last_year IS 'Năm được đo muộn nhất / The latest year measured';

-- A problem stands until a later run looks at the same page, or the same version, and does not meet it again, or until
-- the article has another version; one that belongs to no page stands until the same command has run through once more without it.
CREATE OR REPLACE VIEW open_issues AS
WITH looks AS (
    SELECT run_id, url AS target FROM fetches
    UNION SELECT run_id, final_url FROM fetches
    UNION SELECT run_id, version_id FROM sightings
    UNION SELECT run_id, articles.url FROM sightings JOIN articles USING (version_id)
    UNION SELECT id, command FROM runs WHERE finished_at IS NOT NULL
),
last_looks AS (
    SELECT target, max(runs.started_at) AS looked_at FROM looks JOIN runs ON runs.id = looks.run_id GROUP BY target
),
last_met AS (
    SELECT issue_id, max(runs.started_at) AS met_at, arg_max(runs.command, runs.started_at) AS command
    FROM issue_sightings JOIN runs ON runs.id = issue_sightings.run_id GROUP BY issue_id
)
SELECT issues.id, stage, severity, kind, issues.url, issues.version_id, quote, reason, next_step, issues.run_id
FROM issues
JOIN last_met ON last_met.issue_id = issues.id
LEFT JOIN last_looks ON last_looks.target = coalesce(issues.version_id, issues.url, last_met.command)
WHERE (looked_at IS NULL OR looked_at <= met_at)
    AND (issues.version_id IS NULL OR issues.version_id IN (SELECT version_id FROM articles))
ORDER BY severity, stage, kind, issues.url, quote, issues.id;
COMMENT ON VIEW open_issues IS 'Các vấn đề còn tồn tại, nặng trước nhẹ sau / The problems that still stand, errors first';
COMMENT ON COLUMN open_issues.id IS 'Mã của vấn đề / Identifier of the problem';
COMMENT ON COLUMN open_issues.url IS 'Địa chỉ liên quan / The address concerned';
COMMENT ON COLUMN open_issues.version_id IS 'Phiên bản bài báo liên quan / The version of an article concerned';
