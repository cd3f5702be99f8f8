CREATE TABLE limit_group (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
);

CREATE TABLE group_limit (
    id INTEGER NOT NULL,
    group_id INTEGER NOT NULL,
    on_date DATE NOT NULL,
    limit_fen INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT limit_fen_is_fen CHECK (limit_fen IS NULL OR (typeof(limit_fen) = 'integer' AND limit_fen BETWEEN 0 AND 10000000000000)),
    UNIQUE (group_id, on_date),
    FOREIGN KEY(group_id) REFERENCES limit_group (id) ON DELETE CASCADE
);

CREATE INDEX ix_group_limit_group_id ON group_limit (group_id);

CREATE TABLE new_credit_line (
    id INTEGER NOT NULL,
    lender_id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    product VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    opened_on DATE NOT NULL,
    closed_on DATE,
    statement_day INTEGER,
    due_day INTEGER,
    group_id INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT kind_is_known CHECK (kind IN ('card', 'pay_later', 'cash_line')),
    CONSTRAINT statement_day_in_range CHECK (statement_day IS NULL OR (typeof(statement_day) = 'integer' AND statement_day BETWEEN 1 AND 31)),
    CONSTRAINT due_day_in_range CHECK (due_day IS NULL OR (typeof(due_day) = 'integer' AND due_day BETWEEN 1 AND 31)),
    CONSTRAINT closed_after_opened CHECK (closed_on IS NULL OR closed_on >= opened_on),
    FOREIGN KEY(lender_id) REFERENCES lender (id) ON DELETE RESTRICT,
    FOREIGN KEY(group_id) REFERENCES limit_group (id) ON DELETE SET NULL
);

INSERT INTO new_credit_line (id, lender_id, name, product, kind, opened_on, closed_on, statement_day, due_day, group_id)
    SELECT id, lender_id, name, product, kind, opened_on, closed_on, statement_day, due_day, NULL FROM credit_line;

DROP TABLE credit_line;

ALTER TABLE new_credit_line RENAME TO credit_line;

CREATE INDEX ix_credit_line_group_id ON credit_line (group_id);

CREATE INDEX ix_credit_line_lender_id ON credit_line (lender_id);

CREATE TABLE card_terms (
    id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    due_rule VARCHAR NOT NULL,
    days_after INTEGER NOT NULL,
    statement_day_purchase VARCHAR NOT NULL,
    daily_rate TEXT NOT NULL,
    grace_loss VARCHAR NOT NULL,
    compounds INTEGER NOT NULL,
    overdue_rate TEXT,
    minimum_share TEXT NOT NULL,
    cash_share TEXT,
    minimum_floor_fen INTEGER NOT NULL,
    whole_at_fen INTEGER NOT NULL,
    late_share TEXT NOT NULL,
    late_floor_fen INTEGER NOT NULL,
    late_cap_fen INTEGER,
    cash_fee_share TEXT NOT NULL,
    cash_fee_floor_fen INTEGER NOT NULL,
    cash_fee_cap_fen INTEGER,
    cash_rate TEXT,
    payment_order VARCHAR NOT NULL,
    tolerance_fen INTEGER NOT NULL,
    grace_days INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (line_id),
    CONSTRAINT due_rule_is_known CHECK (due_rule IN ('day_of_month', 'days_after', 'days_after_in_month')),
    CONSTRAINT days_after_in_range CHECK (days_after IS NULL OR (typeof(days_after) = 'integer' AND days_after BETWEEN 1 AND 60)),
    CONSTRAINT statement_day_purchase_is_known CHECK (statement_day_purchase IN ('in_this_statement', 'in_next_statement')),
    CONSTRAINT daily_rate_in_range CHECK (daily_rate IS NULL OR (typeof(daily_rate) = 'text' AND CAST(daily_rate AS REAL) BETWEEN 0 AND 1)),
    CONSTRAINT grace_loss_is_known CHECK (grace_loss IN ('full_balance_from_posting', 'unpaid_part_only', 'from_due_date')),
    CONSTRAINT compounds_is_a_flag CHECK (typeof(compounds) = 'integer' AND compounds IN (0, 1)),
    CONSTRAINT overdue_rate_in_range CHECK (overdue_rate IS NULL OR (typeof(overdue_rate) = 'text' AND CAST(overdue_rate AS REAL) BETWEEN 0 AND 1)),
    CONSTRAINT minimum_share_in_range CHECK (minimum_share IS NULL OR (typeof(minimum_share) = 'text' AND CAST(minimum_share AS REAL) BETWEEN 0 AND 1)),
    CONSTRAINT cash_share_in_range CHECK (cash_share IS NULL OR (typeof(cash_share) = 'text' AND CAST(cash_share AS REAL) BETWEEN 0 AND 1)),
    CONSTRAINT minimum_floor_fen_is_fen CHECK (minimum_floor_fen IS NULL OR (typeof(minimum_floor_fen) = 'integer' AND minimum_floor_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT whole_at_fen_is_fen CHECK (whole_at_fen IS NULL OR (typeof(whole_at_fen) = 'integer' AND whole_at_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT late_share_in_range CHECK (late_share IS NULL OR (typeof(late_share) = 'text' AND CAST(late_share AS REAL) BETWEEN 0 AND 1)),
    CONSTRAINT late_floor_fen_is_fen CHECK (late_floor_fen IS NULL OR (typeof(late_floor_fen) = 'integer' AND late_floor_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT late_cap_fen_is_fen CHECK (late_cap_fen IS NULL OR (typeof(late_cap_fen) = 'integer' AND late_cap_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT cash_fee_share_in_range CHECK (cash_fee_share IS NULL OR (typeof(cash_fee_share) = 'text' AND CAST(cash_fee_share AS REAL) BETWEEN 0 AND 1)),
    CONSTRAINT cash_fee_floor_fen_is_fen CHECK (cash_fee_floor_fen IS NULL OR (typeof(cash_fee_floor_fen) = 'integer' AND cash_fee_floor_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT cash_fee_cap_fen_is_fen CHECK (cash_fee_cap_fen IS NULL OR (typeof(cash_fee_cap_fen) = 'integer' AND cash_fee_cap_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT cash_rate_in_range CHECK (cash_rate IS NULL OR (typeof(cash_rate) = 'text' AND CAST(cash_rate AS REAL) BETWEEN 0 AND 1)),
    CONSTRAINT tolerance_fen_is_fen CHECK (tolerance_fen IS NULL OR (typeof(tolerance_fen) = 'integer' AND tolerance_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT grace_days_in_range CHECK (grace_days IS NULL OR (typeof(grace_days) = 'integer' AND grace_days BETWEEN 0 AND 10)),
    FOREIGN KEY(line_id) REFERENCES credit_line (id) ON DELETE CASCADE
);

CREATE INDEX ix_card_terms_line_id ON card_terms (line_id);

CREATE TABLE card_entry (
    id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    posted_on DATE NOT NULL,
    amount_fen INTEGER NOT NULL,
    fee_fen INTEGER,
    periods INTEGER,
    flat_fee_rate TEXT,
    fee_basis VARCHAR,
    remainder_in VARCHAR,
    instalment_of VARCHAR,
    fee_kept INTEGER,
    ends INTEGER,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT kind_is_known CHECK (kind IN ('purchase', 'refund', 'cash_advance', 'fee', 'annual_fee', 'interest', 'late_fee', 'payment', 'instalment', 'instalment_payoff')),
    CONSTRAINT payments_are_repayments CHECK (kind <> 'payment'),
    CONSTRAINT amount_fen_is_fen CHECK (amount_fen IS NULL OR (typeof(amount_fen) = 'integer' AND amount_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT fee_fen_is_fen CHECK (fee_fen IS NULL OR (typeof(fee_fen) = 'integer' AND fee_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT amount_above_nothing CHECK (amount_fen > 0 OR kind IN ('interest', 'late_fee', 'instalment_payoff')),
    CONSTRAINT periods_in_range CHECK (periods IS NULL OR (typeof(periods) = 'integer' AND periods BETWEEN 1 AND 480)),
    CONSTRAINT flat_fee_rate_in_range CHECK (flat_fee_rate IS NULL OR (typeof(flat_fee_rate) = 'text' AND CAST(flat_fee_rate AS REAL) BETWEEN 0 AND 1)),
    CONSTRAINT fee_basis_is_known CHECK (fee_basis IS NULL OR fee_basis IN ('each_period', 'total')),
    CONSTRAINT remainder_in_is_known CHECK (remainder_in IS NULL OR remainder_in IN ('last', 'first')),
    CONSTRAINT instalment_of_is_known CHECK (instalment_of IS NULL OR instalment_of IN ('purchase', 'statement', 'new')),
    CONSTRAINT fee_kept_in_range CHECK (fee_kept IS NULL OR (typeof(fee_kept) = 'integer' AND fee_kept BETWEEN 0 AND 1)),
    CONSTRAINT instalment_has_periods CHECK ((kind = 'instalment') = (periods IS NOT NULL)),
    CONSTRAINT instalment_terms_are_whole CHECK ((periods IS NULL) = (flat_fee_rate IS NULL OR fee_basis IS NULL OR remainder_in IS NULL OR instalment_of IS NULL OR fee_kept IS NULL)),
    CONSTRAINT payoff_ends_one CHECK ((kind = 'instalment_payoff') = (ends IS NOT NULL)),
    UNIQUE (ends),
    FOREIGN KEY(line_id) REFERENCES credit_line (id) ON DELETE CASCADE,
    FOREIGN KEY(ends) REFERENCES card_entry (id) ON DELETE CASCADE
);

CREATE INDEX ix_card_entry_ends ON card_entry (ends);

CREATE INDEX ix_card_entry_line_id ON card_entry (line_id);

CREATE TABLE temporary_limit (
    id INTEGER NOT NULL,
    line_id INTEGER NOT NULL,
    first_on DATE NOT NULL,
    last_on DATE NOT NULL,
    limit_fen INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT limit_fen_is_fen CHECK (limit_fen IS NULL OR (typeof(limit_fen) = 'integer' AND limit_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT ends_after_it_begins CHECK (last_on >= first_on),
    FOREIGN KEY(line_id) REFERENCES credit_line (id) ON DELETE CASCADE
);

CREATE INDEX ix_temporary_limit_line_id ON temporary_limit (line_id);
