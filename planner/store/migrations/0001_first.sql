CREATE TABLE application (
    id INTEGER NOT NULL,
    applied_on DATE NOT NULL,
    lender_name VARCHAR NOT NULL,
    hard INTEGER NOT NULL,
    outcome VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT outcome_is_known CHECK (outcome IN ('pending', 'approved', 'declined', 'withdrawn')),
    CONSTRAINT hard_in_range CHECK (hard IS NULL OR (typeof(hard) = 'integer' AND hard BETWEEN 0 AND 1))
);

CREATE TABLE book_info (
    id INTEGER NOT NULL,
    salt VARCHAR NOT NULL,
    applications_complete_since DATE,
    PRIMARY KEY (id),
    CONSTRAINT only_one CHECK (id = 1)
);

CREATE TABLE cash_account (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    closed_on DATE,
    PRIMARY KEY (id)
);

CREATE TABLE category (
    id INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
);

CREATE TABLE import_batch (
    id INTEGER NOT NULL,
    file_name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    provider VARCHAR NOT NULL,
    generation VARCHAR NOT NULL,
    imported_on DATE NOT NULL,
    rows INTEGER NOT NULL,
    new INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE lender (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT kind_is_known CHECK (kind IN ('bank', 'consumer_finance', 'micro_lender', 'platform', 'person', 'other')),
    UNIQUE (name)
);

CREATE TABLE profile (
    id INTEGER NOT NULL,
    since DATE NOT NULL,
    income_fen INTEGER,
    payday INTEGER,
    essential_fen INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT income_fen_is_fen CHECK (income_fen IS NULL OR (typeof(income_fen) = 'integer' AND income_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT essential_fen_is_fen CHECK (essential_fen IS NULL OR (typeof(essential_fen) = 'integer' AND essential_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT payday_in_range CHECK (payday IS NULL OR (typeof(payday) = 'integer' AND payday BETWEEN 1 AND 31)),
    UNIQUE (since)
);

CREATE TABLE score_reading (
    id INTEGER NOT NULL,
    on_date DATE NOT NULL,
    score INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT score_in_range CHECK (score IS NULL OR (typeof(score) = 'integer' AND score BETWEEN 350 AND 950)),
    UNIQUE (on_date)
);

CREATE TABLE cash_balance (
    id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    on_date DATE NOT NULL,
    balance_fen INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT balance_fen_is_fen CHECK (balance_fen IS NULL OR (typeof(balance_fen) = 'integer' AND balance_fen BETWEEN -10000000000000 AND 10000000000000)),
    UNIQUE (account_id, on_date),
    FOREIGN KEY(account_id) REFERENCES cash_account (id) ON DELETE CASCADE
);

CREATE INDEX ix_cash_balance_account_id ON cash_balance (account_id);

CREATE TABLE credit_line (
    id INTEGER NOT NULL,
    lender_id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    product VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    opened_on DATE NOT NULL,
    closed_on DATE,
    statement_day INTEGER,
    due_day INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT kind_is_known CHECK (kind IN ('card', 'pay_later', 'cash_line')),
    CONSTRAINT statement_day_in_range CHECK (statement_day IS NULL OR (typeof(statement_day) = 'integer' AND statement_day BETWEEN 1 AND 31)),
    CONSTRAINT due_day_in_range CHECK (due_day IS NULL OR (typeof(due_day) = 'integer' AND due_day BETWEEN 1 AND 31)),
    CONSTRAINT closed_after_opened CHECK (closed_on IS NULL OR closed_on >= opened_on),
    FOREIGN KEY(lender_id) REFERENCES lender (id) ON DELETE RESTRICT
);

CREATE INDEX ix_credit_line_lender_id ON credit_line (lender_id);

CREATE TABLE transaction_row (
    id INTEGER NOT NULL,
    batch_id INTEGER NOT NULL,
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
    PRIMARY KEY (id),
    CONSTRAINT amount_fen_is_fen CHECK (amount_fen IS NULL OR (typeof(amount_fen) = 'integer' AND amount_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT row_class_is_known CHECK (row_class IN ('OUT', 'IN', 'N_refund', 'N_refunded_order', 'N_closed', 'N_failed', 'N_repayment', 'N_drawdown', 'N_transfer', 'N_interest', 'N_zero', 'N_paid_by_other', 'N_hold', 'N_credit', 'unreadable')),
    CONSTRAINT debt_is_known CHECK (debt IS NULL OR debt IN ('repayment', 'failed_repayment', 'drawdown')),
    CONSTRAINT review_is_known CHECK (review IS NULL OR review IN ('unknown_status', 'unknown_direction', 'no_amount', 'no_time')),
    UNIQUE ("key"),
    FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON DELETE CASCADE,
    FOREIGN KEY(category_id) REFERENCES category (id) ON DELETE SET NULL
);

CREATE INDEX ix_transaction_row_batch_id ON transaction_row (batch_id);

CREATE INDEX ix_transaction_row_category_id ON transaction_row (category_id);

CREATE INDEX ix_transaction_row_happened_at ON transaction_row (happened_at);

CREATE TABLE limit_change (
    id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    on_date DATE NOT NULL,
    limit_fen INTEGER NOT NULL,
    status VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT limit_fen_is_fen CHECK (limit_fen IS NULL OR (typeof(limit_fen) = 'integer' AND limit_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT status_is_known CHECK (status IN ('active', 'reduced', 'frozen', 'closed', 'not_available')),
    UNIQUE (line_id, on_date),
    FOREIGN KEY(line_id) REFERENCES credit_line (id) ON DELETE CASCADE
);

CREATE INDEX ix_limit_change_line_id ON limit_change (line_id);

CREATE TABLE line_statement (
    id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    statement_on DATE NOT NULL,
    due_on DATE NOT NULL,
    balance_fen INTEGER NOT NULL,
    minimum_fen INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT balance_fen_is_fen CHECK (balance_fen IS NULL OR (typeof(balance_fen) = 'integer' AND balance_fen BETWEEN -10000000000000 AND 10000000000000)),
    CONSTRAINT minimum_fen_is_fen CHECK (minimum_fen IS NULL OR (typeof(minimum_fen) = 'integer' AND minimum_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT due_after_statement CHECK (due_on >= statement_on),
    UNIQUE (line_id, statement_on),
    FOREIGN KEY(line_id) REFERENCES credit_line (id) ON DELETE CASCADE
);

CREATE INDEX ix_line_statement_line_id ON line_statement (line_id);

CREATE TABLE loan (
    id INTEGER NOT NULL,
    lender_id INTEGER NOT NULL,
    line_id INTEGER,
    name VARCHAR NOT NULL,
    product VARCHAR NOT NULL,
    purpose VARCHAR NOT NULL,
    principal_fen INTEGER NOT NULL,
    received_fen INTEGER NOT NULL,
    method VARCHAR NOT NULL,
    accrual VARCHAR NOT NULL,
    rate TEXT NOT NULL,
    rate_period VARCHAR NOT NULL,
    day_count VARCHAR NOT NULL,
    drawn_on DATE NOT NULL,
    periods INTEGER NOT NULL,
    due_day_policy VARCHAR NOT NULL,
    due_day INTEGER,
    first_period_policy VARCHAR NOT NULL,
    first_due_on DATE,
    flat_fee_rate TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT principal_fen_is_fen CHECK (principal_fen IS NULL OR (typeof(principal_fen) = 'integer' AND principal_fen BETWEEN 1 AND 10000000000000)),
    CONSTRAINT received_fen_is_fen CHECK (received_fen IS NULL OR (typeof(received_fen) = 'integer' AND received_fen BETWEEN 1 AND 10000000000000)),
    CONSTRAINT method_is_known CHECK (method IN ('equal_instalment', 'equal_principal', 'interest_only', 'bullet', 'revolving', 'equal_principal_flat_fee')),
    CONSTRAINT accrual_is_known CHECK (accrual IN ('monthly', 'actual_days')),
    CONSTRAINT rate_period_is_known CHECK (rate_period IN ('daily', 'monthly', 'yearly')),
    CONSTRAINT day_count_is_known CHECK (day_count IN ('360', '365', 'none')),
    CONSTRAINT due_day_policy_is_known CHECK (due_day_policy IN ('same_day_clamp', 'map_to_25_26_27', 'map_to_21', 'fixed')),
    CONSTRAINT first_period_policy_is_known CHECK (first_period_policy IN ('next_due', 'next_due_if_gap_15', 'skip_nearest_due')),
    CONSTRAINT periods_in_range CHECK (periods IS NULL OR (typeof(periods) = 'integer' AND periods BETWEEN 1 AND 480)),
    CONSTRAINT due_day_in_range CHECK (due_day IS NULL OR (typeof(due_day) = 'integer' AND due_day BETWEEN 1 AND 31)),
    CONSTRAINT received_at_most_principal CHECK (received_fen <= principal_fen),
    CONSTRAINT due_after_drawn CHECK (first_due_on IS NULL OR first_due_on > drawn_on),
    FOREIGN KEY(lender_id) REFERENCES lender (id) ON DELETE RESTRICT,
    FOREIGN KEY(line_id) REFERENCES credit_line (id) ON DELETE CASCADE
);

CREATE INDEX ix_loan_lender_id ON loan (lender_id);

CREATE INDEX ix_loan_line_id ON loan (line_id);

CREATE TABLE rate_change (
    id INTEGER NOT NULL,
    loan_id INTEGER NOT NULL,
    on_date DATE NOT NULL,
    rate TEXT NOT NULL,
    rate_period VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT rate_period_is_known CHECK (rate_period IN ('daily', 'monthly', 'yearly')),
    UNIQUE (loan_id, on_date),
    FOREIGN KEY(loan_id) REFERENCES loan (id) ON DELETE CASCADE
);

CREATE INDEX ix_rate_change_loan_id ON rate_change (loan_id);

CREATE TABLE repayment (
    id INTEGER NOT NULL,
    loan_id INTEGER,
    line_id INTEGER,
    paid_on DATE NOT NULL,
    amount_fen INTEGER NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT amount_fen_is_fen CHECK (amount_fen IS NULL OR (typeof(amount_fen) = 'integer' AND amount_fen BETWEEN 1 AND 10000000000000)),
    CONSTRAINT to_a_loan_or_a_line CHECK ((loan_id IS NULL) <> (line_id IS NULL)),
    FOREIGN KEY(loan_id) REFERENCES loan (id) ON DELETE CASCADE,
    FOREIGN KEY(line_id) REFERENCES credit_line (id) ON DELETE CASCADE
);

CREATE INDEX ix_repayment_line_id ON repayment (line_id);

CREATE INDEX ix_repayment_loan_id ON repayment (loan_id);

CREATE TABLE reported_overdue (
    id INTEGER NOT NULL,
    loan_id INTEGER,
    line_id INTEGER,
    due_on DATE NOT NULL,
    days INTEGER NOT NULL,
    cleared_on DATE,
    source VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT source_is_known CHECK (source IN ('own_record', 'lender_notice', 'credit_report')),
    CONSTRAINT days_in_range CHECK (days IS NULL OR (typeof(days) = 'integer' AND days BETWEEN 1 AND 3650)),
    CONSTRAINT one_account CHECK (loan_id IS NULL OR line_id IS NULL),
    CONSTRAINT cleared_after_due CHECK (cleared_on IS NULL OR cleared_on > due_on),
    FOREIGN KEY(loan_id) REFERENCES loan (id) ON DELETE CASCADE,
    FOREIGN KEY(line_id) REFERENCES credit_line (id) ON DELETE CASCADE
);

CREATE INDEX ix_reported_overdue_line_id ON reported_overdue (line_id);

CREATE INDEX ix_reported_overdue_loan_id ON reported_overdue (loan_id);

INSERT INTO book_info (id, salt) VALUES (1, lower(hex(randomblob(16))));

INSERT INTO category (id, key, name) VALUES
    (1, 'food', 'food'),
    (2, 'groceries', 'groceries'),
    (3, 'transport', 'transport'),
    (4, 'shopping', 'shopping'),
    (5, 'home', 'home'),
    (6, 'communication', 'communication'),
    (7, 'health', 'health'),
    (8, 'education', 'education'),
    (9, 'leisure', 'leisure'),
    (10, 'family', 'family'),
    (11, 'interest_and_fees', 'interest_and_fees'),
    (12, 'other', 'other');
