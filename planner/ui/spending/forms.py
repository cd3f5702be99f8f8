"""The forms of spending: note or correct an entry, choose a category or a scene, decide what a row is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSizePolicy, QWidget

from planner.core.errors import Missing
from planner.core.spending import DECISIONS, SPENDING
from planner.core.statement_rows import RowClass, Scene
from planner.i18n import tr
from planner.reports.spending import Entry
from planner.reports.spending_choices import EntryChoices, PayeesOfRows, entry_choices, payees_of_rows
from planner.ui.page import Desk
from planner.ui.spending.layers import by_use, words_of
from planner.ui.widgets.basics import button, label
from planner.ui.widgets.fields import Choice, ChoiceField, DateField, MoneyField
from planner.ui.widgets.form import Form
from planner.ui.widgets.naming import named
from planner.wording.currencies import money
from planner.wording.loans import product_name
from planner.wording.statements import review_reason, row_class, scene


class SpendingForms:
    """Opens the forms from any page; a form that was hidden with Esc comes back with its draft."""

    def __init__(self, desk: Desk, parent: QWidget, added: Callable[[], None] | None = None) -> None:
        """`added` is told of each new entry."""
        self._desk, self._parent, self._added = desk, parent, added
        self._drafts: dict[str, Form] = {}

    def add(self) -> None:
        """The form for an entry of one's own."""
        self._with_choices("add", "entry_form", tr("Note an entry"), None)

    def correct(self, entry: Entry) -> None:
        """The form for an own entry that is to be said anew."""
        self._with_choices(f"correct {entry.id}", "correct_form", tr("Correct an entry"), entry)

    def categorise(self, entries: Sequence[Entry]) -> None:
        """The form for the category of rows."""
        ids = tuple(entry.id for entry in entries if entry.row_class in SPENDING)
        if ids:
            self._desk.book.ask(payees_of_rows, partial(self._open_category, ids), row_ids=ids)

    def place(self, entries: Sequence[Entry]) -> None:
        """The form for the scene of rows."""
        found = [entry for entry in entries if entry.row_class in SPENDING]
        if found:
            self._open(f"scene {[each.id for each in found]}", lambda: SceneForm(self._desk, self._parent, found))

    def decide(self, entries: Sequence[Entry]) -> None:
        """The form that says what rows are which want a look."""
        found = [entry for entry in entries if entry.review is not None]
        if found:
            self._open(f"decide {[each.id for each in found]}", lambda: DecideForm(self._desk, self._parent, found))

    def _with_choices(self, key: str, name: str, title: str, entry: Entry | None) -> None:
        def opened(choices: EntryChoices) -> None:
            draft = self._drafts.get(key)
            if isinstance(draft, EntryForm):
                draft.show_choices(choices)
            self._open(key, lambda: EntryForm(self._desk, self._parent, name, title, choices, entry))

        self._desk.book.ask(entry_choices, opened, today=self._desk.today)

    def _open_category(self, ids: tuple[int, ...], found: PayeesOfRows) -> None:
        key = f"category {ids}"
        draft = self._drafts.get(key)
        if isinstance(draft, CategoryForm):
            draft.show_found(found)
        self._open(key, lambda: CategoryForm(self._desk, self._parent, ids, found))

    def _open(self, key: str, make: Callable[[], Form]) -> None:
        form = self._drafts.get(key)
        if form is None:
            form = make()
            self._drafts[key] = form
            form.accepted.connect(lambda: self._drafts.pop(key, None))
            if key == "add" and self._added is not None:
                form.accepted.connect(self._added)
        form.open()


class EntryForm(Form):
    """An entry of one's own, the amount first."""

    def __init__(
        self, desk: Desk, parent: QWidget, name: str, title: str, choices: EntryChoices, entry: Entry | None
    ) -> None:
        super().__init__(parent, name, title, self._save)
        self._desk, self._entry = desk, entry
        self.resize(480, 580)
        self.amount = MoneyField("amount", f"{name}.amount")
        kinds = ((kind, row_class(kind)) for kind in (RowClass.OUT, RowClass.IN))
        self.kind = ChoiceField(f"{name}.kind", kinds)
        self.day = DateField("on", f"{name}.on", latest=desk.today)
        self.counterparty = named(QLineEdit(), f"{name}.counterparty")
        self.description = named(QLineEdit(), f"{name}.description")
        self.category = Choice(f"{name}.category")
        self.scene = Choice(f"{name}.scene")
        self.paid_with = Choice(f"{name}.paid_with")
        for kind in (None, *Scene):
            self.scene.addItem(tr("By its words") if kind is None else scene(kind), kind and kind.value)
        self.add("amount", tr("Amount"), self.amount, tr("A sum works too: 32.5+18"))
        self.add("row_class", tr("Spent or received"), self.kind)
        self.add("on", tr("Date"), self.day)
        self.add("counterparty", tr("With whom"), self.counterparty)
        self.add("description", tr("What for"), self.description)
        self.add("category", tr("Category"), self.category)
        self.add("scene", tr("Scene"), self.scene)
        self.add("paid_with", tr("Paid with"), self.paid_with)
        self.first_field = self.amount
        self.show_choices(choices)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.day.set_day(desk.today)
        if entry is not None:
            self._fill(entry)

    def show_choices(self, choices: EntryChoices) -> None:
        """What can be chosen now: a draft that comes back after Esc keeps its text and choices."""
        category, product = self.category.currentData(), self.paid_with.currentData()
        self.category.clear()
        self.category.addItem(tr("As remembered of the payee"), None)
        for name in by_use(choices.categories):
            self.category.addItem(words_of(name), name.id)
        self.category.setCurrentIndex(max(self.category.findData(category), 0))
        self.paid_with.clear()
        self.paid_with.addItem(tr("Cash, card or balance"), "")
        for line in choices.lines:
            self.paid_with.addItem(line.name, line.product)
        self._choose_paid_with(product)

    def _choose_paid_with(self, product: str | None) -> None:
        """What was paid with before, be it a line that is closed by now."""
        if product and self.paid_with.findData(product) < 0:
            known = self._desk.product(product)
            self.paid_with.addItem(product if known is None else product_name(known), product)
        self.paid_with.setCurrentIndex(max(self.paid_with.findData(product), 0))

    def _fill(self, entry: Entry) -> None:
        self.amount.set_fen(entry.amount_fen)
        self.kind.choose(entry.row_class)
        self.day.set_day(None if entry.happened_at is None else entry.happened_at.date())
        self.counterparty.setText(entry.counterparty)
        self.description.setText(entry.description)
        if entry.category_by_user:
            self.category.setCurrentIndex(self.category.findData(entry.category_id))
        if entry.scene_by_user and entry.scene is not None:
            self.scene.setCurrentIndex(self.scene.findData(entry.scene.value))
        self._choose_paid_with(entry.credit_product)

    def _kind_changed(self) -> None:
        spent = self.kind.chosen(RowClass) is RowClass.OUT
        for each in (self.category, self.scene, self.paid_with):
            each.setEnabled(spent)

    def _save(self) -> None:
        from planner.actions.spending import add_entry, correct_entry

        values: dict[str, Any] = {"amount_fen": self.amount.needed_fen(), "day": self.day.needed_day()}
        chosen = self.scene.currentData()
        values |= {
            "row_class": self.kind.chosen(RowClass),
            "counterparty": self.counterparty.text(),
            "description": self.description.text(),
            "category_id": self.category.currentData(),
            "scene": None if chosen is None else Scene(chosen),
            "credit_product": self.paid_with.currentData(),
        }
        self.busy()
        if self._entry is not None:
            values["row_id"] = self._entry.id
        self._desk.book.do(
            add_entry if self._entry is None else correct_entry,
            done=self.saved,
            refused=self.refused,
            failed=self.ready,
            **values,
        )


class CategoryForm(Form):
    """The category of rows, and whether it is remembered of their payees."""

    def __init__(self, desk: Desk, parent: QWidget, ids: Sequence[int], found: PayeesOfRows) -> None:
        title = tr("Category of {count} entries") if len(ids) > 1 else tr("Category of the entry")
        super().__init__(parent, "category_form", title.format(count=len(ids)), self._save)
        self._desk, self._ids, self._found = desk, ids, found
        self.resize(520, 330)
        self.payees = named(label("", "muted", wrap=True), "category_form.payees")
        self.category = Choice("category_form.category")
        self.new_category = named(QLineEdit(), "category_form.new_category")
        self.remember = named(QCheckBox(), "category_form.remember")
        self.known = named(label("", "faint", wrap=True), "category_form.known")
        self.forget = button(tr("Forget it"), "category_form.forget", self._forget, link=True)
        self.forget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.rows.addRow("", self.payees)
        self.add("category", tr("Category"), self.category)
        self.add("new_category", tr("Or a new one"), self.new_category)
        self.rows.addRow("", self.remember)
        self.rows.addRow("", self.known)
        self.rows.addRow("", self.forget)
        self.first_field = self.category
        self.category.currentIndexChanged.connect(self._count)
        self.new_category.textChanged.connect(self._count)
        self.show_found(found)
        self.category.setCurrentIndex(max(self.category.findData(found.common), 0))

    def show_found(self, found: PayeesOfRows) -> None:
        """What the book holds of the payees now; what was chosen stays."""
        self._found = found
        chosen = self.category.currentData()
        self.category.clear()
        for name in by_use(found.categories):
            self.category.addItem(words_of(name), name.id)
        self.category.setCurrentIndex(max(self.category.findData(chosen), 0))
        names = tr(", ").join(found.payees[:4]) + ("…" if len(found.payees) > 4 else "")
        self.payees.setText(names)
        self.payees.setVisible(bool(names))
        self.remember.setVisible(bool(found.payees))
        one = found.remembered[0] if len(found.remembered) == 1 else None
        if one is not None:
            own = next(words_of(each) for each in found.categories if each.id == one.category_id)
            words = tr("Remembered of {payee}: {category}").format(payee=one.counterparty, category=own)
            self.known.setText(words)
        self.known.setVisible(one is not None)
        self.forget.setVisible(one is not None)
        self._count()

    def _count(self) -> None:
        """How many other rows would follow, told before it is done."""
        found = self._found
        new = bool(self.new_category.text().strip())
        count = sum(found.others.values()) if new else found.would_change(self.category.currentData() or 0)
        self.category.setEnabled(not new)
        if len(found.payees) == 1:
            words = tr("Also for the {count} other entries of {payee}, and for future ones")
            if not count:
                words = tr("Also for future entries of {payee}")
            words = words.format(count=count, payee=found.payees[0])
        else:
            words = tr("Also for the {count} other entries of these {payees} payees, and for future ones")
            words = words.format(count=count, payees=len(found.payees))
        self.remember.setText(words)
        self.remember.setAccessibleName(words)

    def _save(self) -> None:
        from planner.actions.spending import add_category

        name = self.new_category.text().strip()
        self.busy()
        if name:
            self._desk.book.do(add_category, done=self._put, refused=self.refused, failed=self.ready, name=name)
        else:
            self._put(self.category.currentData())

    def _put(self, category_id: int) -> None:
        from planner.actions.spending import set_category

        self._desk.book.do(
            set_category,
            done=self.saved,
            refused=self.refused,
            failed=self.ready,
            row_ids=self._ids,
            category_id=category_id,
            remember=self.remember.isChecked() and not self.remember.isHidden(),
        )

    def _forget(self) -> None:
        from planner.actions.spending import forget_rule

        self._desk.book.do(
            forget_rule, done=self._forgotten, refused=self.refused, rule_id=self._found.remembered[0].rule_id
        )

    def _forgotten(self, _result: object) -> None:
        self._desk.book.ask(payees_of_rows, self.show_found, row_ids=self._ids)


class SceneForm(Form):
    """Where rows happened."""

    def __init__(self, desk: Desk, parent: QWidget, entries: Sequence[Entry]) -> None:
        title = tr("Scene of {count} entries") if len(entries) > 1 else tr("Scene of the entry")
        super().__init__(parent, "scene_form", title.format(count=len(entries)), self._save)
        self._desk, self._ids = desk, tuple(entry.id for entry in entries)
        self.resize(420, 220)
        self.scene = Choice("scene_form.scene")
        for kind in (*Scene, None):
            self.scene.addItem(tr("By its words") if kind is None else scene(kind), kind and kind.value)
        self.add("scene", tr("Scene"), self.scene)
        self.first_field = self.scene
        said = {entry.scene for entry in entries}
        if len(said) == 1 and (only := said.pop()) is not None:
            self.scene.setCurrentIndex(self.scene.findData(only.value))

    def _save(self) -> None:
        from planner.actions.spending import set_scene

        chosen = self.scene.currentData()
        self.busy()
        self._desk.book.do(
            set_scene,
            done=self.saved,
            refused=self.refused,
            failed=self.ready,
            row_ids=self._ids,
            scene=None if chosen is None else Scene(chosen),
        )


class DecideForm(Form):
    """What rows are that want a look."""

    def __init__(self, desk: Desk, parent: QWidget, entries: Sequence[Entry]) -> None:
        super().__init__(parent, "decide_form", tr("What is it?"), self._save)
        self._desk, self._ids = desk, tuple(entry.id for entry in entries)
        self.resize(520, 300)
        first = entries[0]
        facts = (
            first.counterparty,
            first.description,
            money(first.amount_fen, first.foreign_hundredths, first.currency),
            first.status,
        )
        told = " · ".join(part for part in facts if part)
        if len(entries) > 1:
            told += " · " + tr("and {count} more").format(count=len(entries) - 1)
        self.rows.addRow("", named(label(told, wrap=True), "decide_form.row"))
        why = "" if first.review is None else review_reason(first.review)
        self.rows.addRow("", named(label(why, "faint", wrap=True), "decide_form.why"))
        self.row_class = Choice("decide_form.row_class")
        self.row_class.addItem(tr("Please choose"), None)
        for kind in DECISIONS:
            self.row_class.addItem(row_class(kind), kind.value)
        self.add("row_class", tr("What it is"), self.row_class, tr("Later imports of the same row leave it so"))
        self.first_field = self.row_class

    def _save(self) -> None:
        from planner.actions.spending import set_row_class

        chosen = self.row_class.currentData()
        if chosen is None:
            raise Missing("row_class")
        self.busy()
        self._desk.book.do(
            set_row_class,
            done=self.saved,
            refused=self.refused,
            failed=self.ready,
            row_ids=self._ids,
            row_class=RowClass(chosen),
        )
