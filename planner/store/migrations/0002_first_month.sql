CREATE TABLE new_loan (
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
    closed_on DATE,
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
    CONSTRAINT closed_after_drawn CHECK (closed_on IS NULL OR closed_on >= drawn_on),
    FOREIGN KEY(lender_id) REFERENCES lender (id) ON DELETE RESTRICT,
    FOREIGN KEY(line_id) REFERENCES credit_line (id) ON DELETE CASCADE
);

INSERT INTO new_loan (id, lender_id, line_id, name, product, purpose, principal_fen, received_fen, method, accrual, rate, rate_period, day_count, drawn_on, periods, due_day_policy, due_day, first_period_policy, first_due_on, flat_fee_rate)
    SELECT id, lender_id, line_id, name, product, purpose, principal_fen, received_fen, method, accrual, rate, rate_period, day_count, drawn_on, periods, due_day_policy, due_day, first_period_policy, first_due_on, flat_fee_rate FROM loan;

DROP TABLE loan;

ALTER TABLE new_loan RENAME TO loan;

CREATE INDEX ix_loan_lender_id ON loan (lender_id);

CREATE INDEX ix_loan_line_id ON loan (line_id);

CREATE TABLE new_repayment (
    id INTEGER NOT NULL,
    loan_id INTEGER,
    line_id INTEGER,
    paid_on DATE NOT NULL,
    amount_fen INTEGER NOT NULL,
    penalty_fen INTEGER NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT amount_fen_is_fen CHECK (amount_fen IS NULL OR (typeof(amount_fen) = 'integer' AND amount_fen BETWEEN 1 AND 10000000000000)),
    CONSTRAINT penalty_fen_is_fen CHECK (penalty_fen IS NULL OR (typeof(penalty_fen) = 'integer' AND penalty_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT penalty_at_most_amount CHECK (penalty_fen <= amount_fen),
    CONSTRAINT to_a_loan_or_a_line CHECK ((loan_id IS NULL) <> (line_id IS NULL)),
    FOREIGN KEY(loan_id) REFERENCES loan (id) ON DELETE CASCADE,
    FOREIGN KEY(line_id) REFERENCES credit_line (id) ON DELETE CASCADE
);

INSERT INTO new_repayment (id, loan_id, line_id, paid_on, amount_fen, note, penalty_fen)
    SELECT id, loan_id, line_id, paid_on, amount_fen, note, 0 FROM repayment;

DROP TABLE repayment;

ALTER TABLE new_repayment RENAME TO repayment;

CREATE INDEX ix_repayment_line_id ON repayment (line_id);

CREATE INDEX ix_repayment_loan_id ON repayment (loan_id);

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
    PRIMARY KEY (id),
    CONSTRAINT amount_fen_is_fen CHECK (amount_fen IS NULL OR (typeof(amount_fen) = 'integer' AND amount_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT row_class_is_known CHECK (row_class IN ('OUT', 'IN', 'N_refund', 'N_refunded_order', 'N_closed', 'N_failed', 'N_repayment', 'N_drawdown', 'N_transfer', 'N_interest', 'N_zero', 'N_paid_by_other', 'N_hold', 'N_credit', 'unreadable')),
    CONSTRAINT debt_is_known CHECK (debt IS NULL OR debt IN ('repayment', 'failed_repayment', 'drawdown')),
    CONSTRAINT review_is_known CHECK (review IS NULL OR review IN ('unknown_status', 'unknown_direction', 'no_amount', 'no_time')),
    CONSTRAINT scene_is_known CHECK (scene IS NULL OR scene IN ('online', 'offline')),
    CONSTRAINT category_by_user_in_range CHECK (category_by_user IS NULL OR (typeof(category_by_user) = 'integer' AND category_by_user BETWEEN 0 AND 1)),
    CONSTRAINT class_by_user_in_range CHECK (class_by_user IS NULL OR (typeof(class_by_user) = 'integer' AND class_by_user BETWEEN 0 AND 1)),
    UNIQUE ("key"),
    FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON DELETE CASCADE,
    FOREIGN KEY(category_id) REFERENCES category (id) ON DELETE SET NULL
);

INSERT INTO new_transaction_row (id, batch_id, "key", line, row_class, happened_at, amount_fen, direction, counterparty, description, method, status, provider_category, category_id, native_id, order_id, note, raw, debt, product, review, credit_product, category_by_user, class_by_user)
    SELECT id, batch_id, "key", line, row_class, happened_at, amount_fen, direction, counterparty, description, method, status, provider_category, category_id, native_id, order_id, note, raw, debt, product, review, CASE WHEN (row_class IN ('OUT', 'N_refund', 'N_refunded_order') OR (row_class = 'N_closed' AND direction = '支出'))
        AND (method LIKE '%花呗%' OR method LIKE '%信用购%') THEN 'huabei' ELSE '' END, 0, 0 FROM transaction_row;

DROP TABLE transaction_row;

ALTER TABLE new_transaction_row RENAME TO transaction_row;

CREATE INDEX ix_transaction_row_batch_id ON transaction_row (batch_id);

CREATE INDEX ix_transaction_row_category_id ON transaction_row (category_id);

CREATE INDEX ix_transaction_row_credit_product ON transaction_row (credit_product, happened_at) WHERE credit_product <> '';

CREATE INDEX ix_transaction_row_debt ON transaction_row (debt, happened_at) WHERE debt IS NOT NULL;

CREATE INDEX ix_transaction_row_happened_at ON transaction_row (happened_at);

CREATE INDEX ix_transaction_row_refund ON transaction_row (order_id) WHERE row_class = 'N_refund';

CREATE TABLE category_rule (
    id INTEGER NOT NULL,
    counterparty VARCHAR NOT NULL,
    category_id INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (counterparty),
    FOREIGN KEY(category_id) REFERENCES category (id) ON DELETE CASCADE
);

CREATE INDEX ix_category_rule_category_id ON category_rule (category_id);

CREATE TABLE row_change (
    id INTEGER NOT NULL,
    batch_id INTEGER NOT NULL,
    row_id INTEGER NOT NULL,
    status VARCHAR NOT NULL,
    row_class VARCHAR NOT NULL,
    raw VARCHAR NOT NULL,
    debt VARCHAR,
    product VARCHAR NOT NULL,
    review VARCHAR,
    credit_product VARCHAR NOT NULL,
    category_id INTEGER,
    PRIMARY KEY (id),
    UNIQUE (batch_id, row_id),
    FOREIGN KEY(batch_id) REFERENCES import_batch (id) ON DELETE CASCADE,
    FOREIGN KEY(row_id) REFERENCES transaction_row (id) ON DELETE CASCADE,
    FOREIGN KEY(category_id) REFERENCES category (id) ON DELETE SET NULL
);

CREATE INDEX ix_row_change_batch_id ON row_change (batch_id);

CREATE INDEX ix_row_change_category_id ON row_change (category_id);

CREATE INDEX ix_row_change_row_id ON row_change (row_id);
