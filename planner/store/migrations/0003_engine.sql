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
    fee_basis VARCHAR NOT NULL,
    days_after_statement INTEGER NOT NULL,
    holiday_shift VARCHAR NOT NULL,
    shift_accrues INTEGER NOT NULL,
    remainder_in VARCHAR NOT NULL,
    least_days INTEGER NOT NULL,
    penalty_base VARCHAR NOT NULL,
    penalty_multiplier TEXT NOT NULL,
    penalty_daily_rate TEXT,
    penalty_replaces_interest INTEGER NOT NULL,
    penalty_compounds INTEGER NOT NULL,
    prepay_allowed INTEGER NOT NULL,
    prepay_partial INTEGER NOT NULL,
    prepay_fee VARCHAR NOT NULL,
    prepay_rate TEXT NOT NULL,
    prepay_steps VARCHAR NOT NULL,
    closed_on DATE,
    PRIMARY KEY (id),
    CONSTRAINT principal_fen_is_fen CHECK (principal_fen IS NULL OR (typeof(principal_fen) = 'integer' AND principal_fen BETWEEN 1 AND 10000000000000)),
    CONSTRAINT received_fen_is_fen CHECK (received_fen IS NULL OR (typeof(received_fen) = 'integer' AND received_fen BETWEEN 1 AND 10000000000000)),
    CONSTRAINT method_is_known CHECK (method IN ('equal_instalment', 'equal_principal', 'interest_only', 'bullet', 'revolving', 'equal_principal_flat_fee')),
    CONSTRAINT accrual_is_known CHECK (accrual IN ('monthly', 'actual_days')),
    CONSTRAINT rate_period_is_known CHECK (rate_period IN ('daily', 'monthly', 'yearly')),
    CONSTRAINT day_count_is_known CHECK (day_count IN ('360', '365', 'none')),
    CONSTRAINT due_day_policy_is_known CHECK (due_day_policy IN ('same_day_clamp', 'map_to_25_26_27', 'map_to_21', 'fixed', 'after_statement')),
    CONSTRAINT first_period_policy_is_known CHECK (first_period_policy IN ('next_due', 'next_due_if_gap_15', 'skip_nearest_due')),
    CONSTRAINT fee_basis_is_known CHECK (fee_basis IN ('each_period', 'total')),
    CONSTRAINT holiday_shift_is_known CHECK (holiday_shift IN ('none', 'next_workday', 'previous_workday')),
    CONSTRAINT remainder_in_is_known CHECK (remainder_in IN ('last', 'first')),
    CONSTRAINT penalty_base_is_known CHECK (penalty_base IN ('overdue_principal', 'overdue_principal_and_interest', 'all_principal')),
    CONSTRAINT prepay_fee_is_known CHECK (prepay_fee IN ('none', 'share_of_prepaid', 'months_of_interest', 'remaining_fees', 'period_interest', 'steps')),
    CONSTRAINT periods_in_range CHECK (periods IS NULL OR (typeof(periods) = 'integer' AND periods BETWEEN 1 AND 480)),
    CONSTRAINT due_day_in_range CHECK (due_day IS NULL OR (typeof(due_day) = 'integer' AND due_day BETWEEN 1 AND 31)),
    CONSTRAINT days_after_statement_in_range CHECK (days_after_statement IS NULL OR (typeof(days_after_statement) = 'integer' AND days_after_statement BETWEEN 0 AND 60)),
    CONSTRAINT least_days_in_range CHECK (least_days IS NULL OR (typeof(least_days) = 'integer' AND least_days BETWEEN 0 AND 31)),
    CONSTRAINT shift_accrues_is_a_flag CHECK (typeof(shift_accrues) = 'integer' AND shift_accrues IN (0, 1)),
    CONSTRAINT penalty_replaces_interest_is_a_flag CHECK (typeof(penalty_replaces_interest) = 'integer' AND penalty_replaces_interest IN (0, 1)),
    CONSTRAINT penalty_compounds_is_a_flag CHECK (typeof(penalty_compounds) = 'integer' AND penalty_compounds IN (0, 1)),
    CONSTRAINT prepay_allowed_is_a_flag CHECK (typeof(prepay_allowed) = 'integer' AND prepay_allowed IN (0, 1)),
    CONSTRAINT prepay_partial_is_a_flag CHECK (typeof(prepay_partial) = 'integer' AND prepay_partial IN (0, 1)),
    CONSTRAINT penalty_multiplier_in_range CHECK (penalty_multiplier IS NULL OR (typeof(penalty_multiplier) = 'text' AND CAST(penalty_multiplier AS REAL) BETWEEN 0 AND 10)),
    CONSTRAINT penalty_daily_rate_in_range CHECK (penalty_daily_rate IS NULL OR (typeof(penalty_daily_rate) = 'text' AND CAST(penalty_daily_rate AS REAL) BETWEEN 0 AND 1)),
    CONSTRAINT prepay_rate_in_range CHECK (prepay_rate IS NULL OR (typeof(prepay_rate) = 'text' AND CAST(prepay_rate AS REAL) BETWEEN 0 AND 24)),
    CONSTRAINT due_day_is_stated CHECK (due_day IS NOT NULL OR due_day_policy NOT IN ('fixed', 'after_statement')),
    CONSTRAINT received_at_most_principal CHECK (received_fen <= principal_fen),
    CONSTRAINT due_after_drawn CHECK (first_due_on IS NULL OR first_due_on > drawn_on),
    CONSTRAINT closed_after_drawn CHECK (closed_on IS NULL OR closed_on >= drawn_on),
    FOREIGN KEY(lender_id) REFERENCES lender (id) ON DELETE RESTRICT,
    FOREIGN KEY(line_id) REFERENCES credit_line (id) ON DELETE CASCADE
);

INSERT INTO new_loan (id, lender_id, line_id, name, product, purpose, principal_fen, received_fen, method, accrual, rate, rate_period, day_count, drawn_on, periods, due_day_policy, due_day, first_period_policy, first_due_on, flat_fee_rate, closed_on, fee_basis, days_after_statement, holiday_shift, shift_accrues, remainder_in, least_days, penalty_base, penalty_multiplier, penalty_daily_rate, penalty_replaces_interest, penalty_compounds, prepay_allowed, prepay_partial, prepay_fee, prepay_rate, prepay_steps)
    SELECT id, lender_id, line_id, name, product, purpose, principal_fen, received_fen, method, accrual, rate, rate_period, day_count, drawn_on, periods, due_day_policy, due_day, first_period_policy, first_due_on, flat_fee_rate, closed_on, 'each_period', 9, 'none', 0, 'last', 1, 'overdue_principal', CASE WHEN (SELECT kind FROM lender WHERE lender.id = loan.lender_id) = 'person' THEN '0' ELSE '1.5' END, NULL, 0, 0, 1, 1, 'none', '0', '' FROM loan;

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
    prepays VARCHAR,
    PRIMARY KEY (id),
    CONSTRAINT amount_fen_is_fen CHECK (amount_fen IS NULL OR (typeof(amount_fen) = 'integer' AND amount_fen BETWEEN 1 AND 10000000000000)),
    CONSTRAINT penalty_fen_is_fen CHECK (penalty_fen IS NULL OR (typeof(penalty_fen) = 'integer' AND penalty_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT penalty_at_most_amount CHECK (penalty_fen <= amount_fen),
    CONSTRAINT to_a_loan_or_a_line CHECK ((loan_id IS NULL) <> (line_id IS NULL)),
    CONSTRAINT prepays_is_known CHECK (prepays IS NULL OR prepays IN ('shorter_term', 'lower_payment')),
    CONSTRAINT prepays_a_loan CHECK (prepays IS NULL OR loan_id IS NOT NULL),
    FOREIGN KEY(loan_id) REFERENCES loan (id) ON DELETE CASCADE,
    FOREIGN KEY(line_id) REFERENCES credit_line (id) ON DELETE CASCADE
);

INSERT INTO new_repayment (id, loan_id, line_id, paid_on, amount_fen, penalty_fen, note, prepays)
    SELECT id, loan_id, line_id, paid_on, amount_fen, penalty_fen, note, NULL FROM repayment;

DROP TABLE repayment;

ALTER TABLE new_repayment RENAME TO repayment;

CREATE INDEX ix_repayment_line_id ON repayment (line_id);

CREATE INDEX ix_repayment_loan_id ON repayment (loan_id);

CREATE TABLE extension (
    id INTEGER NOT NULL,
    loan_id INTEGER NOT NULL,
    on_date DATE NOT NULL,
    periods INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT periods_in_range CHECK (periods IS NULL OR (typeof(periods) = 'integer' AND periods BETWEEN 1 AND 480)),
    UNIQUE (loan_id, on_date),
    FOREIGN KEY(loan_id) REFERENCES loan (id) ON DELETE CASCADE
);

CREATE INDEX ix_extension_loan_id ON extension (loan_id);

CREATE TABLE own_row (
    id INTEGER NOT NULL,
    loan_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    due_on DATE NOT NULL,
    principal_fen INTEGER NOT NULL,
    interest_fen INTEGER NOT NULL,
    fee_fen INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT number_in_range CHECK (number IS NULL OR (typeof(number) = 'integer' AND number BETWEEN 1 AND 480)),
    CONSTRAINT principal_fen_is_fen CHECK (principal_fen IS NULL OR (typeof(principal_fen) = 'integer' AND principal_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT interest_fen_is_fen CHECK (interest_fen IS NULL OR (typeof(interest_fen) = 'integer' AND interest_fen BETWEEN 0 AND 10000000000000)),
    CONSTRAINT fee_fen_is_fen CHECK (fee_fen IS NULL OR (typeof(fee_fen) = 'integer' AND fee_fen BETWEEN 0 AND 10000000000000)),
    UNIQUE (loan_id, number),
    FOREIGN KEY(loan_id) REFERENCES loan (id) ON DELETE CASCADE
);

CREATE INDEX ix_own_row_loan_id ON own_row (loan_id);

CREATE TABLE day_off (
    id INTEGER NOT NULL,
    on_date DATE NOT NULL,
    works INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT works_is_a_flag CHECK (typeof(works) = 'integer' AND works IN (0, 1)),
    UNIQUE (on_date)
);

CREATE TABLE day_off_year (
    id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT year_in_range CHECK (year IS NULL OR (typeof(year) = 'integer' AND year BETWEEN 1980 AND 2200)),
    UNIQUE (year)
);

INSERT INTO day_off (on_date, works) VALUES
    ('2026-01-01', 0), ('2026-01-02', 0), ('2026-01-04', 1), ('2026-02-14', 1), ('2026-02-16', 0),
    ('2026-02-17', 0), ('2026-02-18', 0), ('2026-02-19', 0), ('2026-02-20', 0), ('2026-02-23', 0),
    ('2026-02-28', 1), ('2026-04-06', 0), ('2026-05-01', 0), ('2026-05-04', 0), ('2026-05-05', 0),
    ('2026-05-09', 1), ('2026-06-19', 0), ('2026-09-20', 1), ('2026-09-25', 0), ('2026-10-01', 0),
    ('2026-10-02', 0), ('2026-10-05', 0), ('2026-10-06', 0), ('2026-10-07', 0), ('2026-10-10', 1);

INSERT INTO day_off_year (year) VALUES (2026);
