CREATE TABLE new_import_batch (
    id INTEGER NOT NULL,
    file_name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    provider VARCHAR NOT NULL,
    generation VARCHAR NOT NULL,
    imported_on DATE NOT NULL,
    rows INTEGER NOT NULL,
    new INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    account_kind VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT account_kind_is_known CHECK (account_kind IN ('wallet', 'debit', 'card', 'app'))
);

INSERT INTO new_import_batch (id, file_name, sha256, provider, generation, imported_on, rows, new, changed, account_kind)
    SELECT id, file_name, sha256, provider, generation, imported_on, rows, new, changed, 'wallet' FROM import_batch;

DROP TABLE import_batch;

ALTER TABLE new_import_batch RENAME TO import_batch;

CREATE TABLE new_transaction_row (
    id INTEGER NOT NULL,
    batch_id INTEGER,
    "key" VARCHAR NOT NULL,
    line INTEGER NOT NULL,
    row_class VARCHAR NOT NULL,
    happened_at VARCHAR,
    amount_fen INTEGER,
    direction VARCHAR NOT NULL,
    counterparty VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    method VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    provider_category VARCHAR NOT NULL,
    category_id INTEGER,
    native_id VARCHAR NOT NULL,
    order_id VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    raw VARCHAR NOT NULL,
    debt VARCHAR,
    product VARCHAR NOT NULL,
    review VARCHAR,
    credit_product VARCHAR NOT NULL,
    scene VARCHAR,
    category_by_user INTEGER NOT NULL,
    class_by_user INTEGER NOT NULL,
    currency VARCHAR NOT NULL,
    foreign_hundredths INTEGER,
    account VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT amount_fen_is_fen CHECK (amount_fen IS NULL OR (typeof(amount_fen) = 'integer' AND amount_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT row_class_is_known CHECK (row_class IN ('OUT', 'IN', 'N_refund', 'N_refunded_order', 'N_closed', 'N_failed', 'N_repayment', 'N_drawdown', 'N_transfer', 'N_interest', 'N_zero', 'N_paid_by_other', 'N_hold', 'N_credit', 'N_duplicate', 'unreadable')),
    CONSTRAINT debt_is_known CHECK (debt IS NULL OR debt IN ('repayment', 'failed_repayment', 'drawdown')),
    CONSTRAINT review_is_known CHECK (review IS NULL OR review IN ('unknown_status', 'unknown_direction', 'no_amount', 'no_time', 'day_order')),
    CONSTRAINT scene_is_known CHECK (scene IS NULL OR scene IN ('online', 'offline')),
    CONSTRAINT category_by_user_in_range CHECK (category_by_user IS NULL OR (typeof(category_by_user) = 'integer' AND category_by_user BETWEEN 0 AND 1)),
    CONSTRAINT class_by_user_in_range CHECK (class_by_user IS NULL OR (typeof(class_by_user) = 'integer' AND class_by_user BETWEEN 0 AND 1)),
    CONSTRAINT foreign_hundredths_in_range CHECK (foreign_hundredths IS NULL OR (typeof(foreign_hundredths) = 'integer' AND foreign_hundredths BETWEEN 0 AND 1000000000000000)),
    CONSTRAINT foreign_is_foreign CHECK (currency <> 'CNY' OR foreign_hundredths IS NULL),
    UNIQUE ("key"),
    FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON DELETE CASCADE,
    FOREIGN KEY(category_id) REFERENCES category (id) ON DELETE SET NULL
);

INSERT INTO new_transaction_row (id, batch_id, "key", line, row_class, happened_at, amount_fen, direction, counterparty, description, method, status, provider_category, category_id, native_id, order_id, note, raw, debt, product, review, credit_product, scene, category_by_user, class_by_user, currency, foreign_hundredths, account)
    SELECT id, batch_id, "key", line, row_class, happened_at, amount_fen, direction, counterparty, description, method, status, provider_category, category_id, native_id, order_id, note, raw, debt, product, review, credit_product, scene, category_by_user, class_by_user, 'CNY', NULL, '' FROM transaction_row;

DROP TABLE transaction_row;

ALTER TABLE new_transaction_row RENAME TO transaction_row;

CREATE INDEX ix_transaction_row_batch_id ON transaction_row (batch_id);

CREATE INDEX ix_transaction_row_category_id ON transaction_row (category_id);

CREATE INDEX ix_transaction_row_credit_product ON transaction_row (credit_product, happened_at) WHERE credit_product <> '';

CREATE INDEX ix_transaction_row_debt ON transaction_row (debt, happened_at) WHERE debt IS NOT NULL;

CREATE INDEX ix_transaction_row_happened_at ON transaction_row (happened_at);

CREATE INDEX ix_transaction_row_refund ON transaction_row (order_id) WHERE row_class = 'N_refund';

CREATE TABLE new_category_rule (
    id INTEGER NOT NULL,
    counterparty VARCHAR NOT NULL,
    contains VARCHAR NOT NULL,
    least_fen INTEGER,
    most_fen INTEGER,
    category_id INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT least_fen_is_fen CHECK (least_fen IS NULL OR (typeof(least_fen) = 'integer' AND least_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT most_fen_is_fen CHECK (most_fen IS NULL OR (typeof(most_fen) = 'integer' AND most_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT asks_for_something CHECK (counterparty <> '' OR contains <> ''),
    UNIQUE (counterparty, contains, least_fen, most_fen),
    FOREIGN KEY(category_id) REFERENCES category (id) ON DELETE CASCADE
);

INSERT INTO new_category_rule (id, counterparty, contains, category_id)
    SELECT id, counterparty, '', category_id FROM category_rule;

DROP TABLE category_rule;

ALTER TABLE new_category_rule RENAME TO category_rule;

CREATE INDEX ix_category_rule_category_id ON category_rule (category_id);

CREATE TABLE budget (
    id INTEGER NOT NULL,
    category_id INTEGER,
    from_month VARCHAR NOT NULL,
    amount_fen INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT amount_fen_is_fen CHECK (amount_fen IS NULL OR (typeof(amount_fen) = 'integer' AND amount_fen BETWEEN 0 AND 10000000000000)),
    UNIQUE (category_id, from_month),
    FOREIGN KEY(category_id) REFERENCES category (id) ON DELETE CASCADE
);

CREATE INDEX ix_budget_category_id ON budget (category_id);

CREATE TABLE saved_filter (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    choice VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
);

CREATE TABLE statement_mapping (
    id INTEGER NOT NULL,
    header VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    choice VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (header)
);

CREATE TABLE row_link (
    id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    row_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,
    row_class VARCHAR NOT NULL,
    row_by_user INTEGER NOT NULL,
    other_class VARCHAR NOT NULL,
    other_by_user INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT kind_is_known CHECK (kind IN ('duplicate', 'transfer')),
    CONSTRAINT confirmed_is_a_flag CHECK (typeof(confirmed) = 'integer' AND confirmed IN (0, 1)),
    CONSTRAINT row_by_user_is_a_flag CHECK (typeof(row_by_user) = 'integer' AND row_by_user IN (0, 1)),
    CONSTRAINT other_by_user_is_a_flag CHECK (typeof(other_by_user) = 'integer' AND other_by_user IN (0, 1)),
    CONSTRAINT two_rows CHECK (row_id <> other_id),
    UNIQUE (kind, row_id, other_id),
    FOREIGN KEY(row_id) REFERENCES transaction_row (id) ON DELETE CASCADE,
    FOREIGN KEY(other_id) REFERENCES transaction_row (id) ON DELETE CASCADE
);

CREATE INDEX ix_row_link_other_id ON row_link (other_id);

CREATE INDEX ix_row_link_row_id ON row_link (row_id);

CREATE TABLE debt_link (
    id INTEGER NOT NULL,
    row_id INTEGER NOT NULL,
    repayment_id INTEGER,
    loan_id INTEGER,
    made INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT made_is_a_flag CHECK (typeof(made) = 'integer' AND made IN (0, 1)),
    CONSTRAINT one_of_them CHECK (repayment_id IS NULL OR loan_id IS NULL),
    UNIQUE (row_id, repayment_id, loan_id),
    FOREIGN KEY(row_id) REFERENCES transaction_row (id) ON DELETE CASCADE,
    FOREIGN KEY(repayment_id) REFERENCES repayment (id) ON DELETE CASCADE,
    FOREIGN KEY(loan_id) REFERENCES loan (id) ON DELETE CASCADE
);

CREATE INDEX ix_debt_link_loan_id ON debt_link (loan_id);

CREATE INDEX ix_debt_link_repayment_id ON debt_link (repayment_id);

CREATE INDEX ix_debt_link_row_id ON debt_link (row_id);
