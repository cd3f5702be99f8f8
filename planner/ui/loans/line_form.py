"""The form of a credit line: add one from a template with its limit, or edit it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.core.errors import Missing
from planner.core.facts import LenderKind, LineKind
from planner.i18n import tr
from planner.reports.line_view import LineView
from planner.ui.loans.loan_form import choose_product
from planner.ui.loans.saving import SavingForm
from planner.ui.page import Desk
from planner.ui.widgets.fields import Choice, ChoiceField, DateField, MoneyField, NumberField
from planner.ui.widgets.naming import named
from planner.wording import loans as words


class LineForm(SavingForm):
    """A credit line: a new one with its limit, or one to edit; its limit then has a history and a form of its own."""

    def __init__(self, desk: Desk, parent: QWidget, *, edited: LineView | None = None) -> None:
        title = tr("Add a line") if edited is None else tr("Edit {name}").format(name=edited.name)
        super().__init__(parent, "line_form", title, self._save)
        self._desk, self._edited = desk, edited
        self.resize(540, 620)
        self._make_fields()
        self._add_rows()
        if edited is None:
            self.first_field = self.limit
            self.template.currentIndexChanged.connect(self._fill)
            self._fill()
        else:
            self.first_field = self.name
            self._show(edited)

    def _make_fields(self) -> None:
        self.template = Choice("line_form.template")
        for product in self._desk.products:
            if product.line_kind is not None:
                self.template.addItem(words.product_name(product), product.key)
        self.name = named(QLineEdit(), "line_form.name")
        self.lender = named(QLineEdit(), "line_form.lender")
        self.lender_kind = ChoiceField("line_form.lender_kind", ((k, words.lender_kind(k)) for k in LenderKind))
        self.kind = ChoiceField("line_form.kind", ((k, words.line_kind(k)) for k in LineKind))
        self.limit = MoneyField("limit", "line_form.limit")
        self.opened_on = DateField("opened_on", "line_form.opened_on", latest=self._desk.today, rough=True)
        self.statement_day = NumberField("statement_day", "line_form.statement_day", optional=True)
        self.due_day = NumberField("due_day", "line_form.due_day", optional=True)

    def _add_rows(self) -> None:
        self.add("template", tr("Template"), self.template)
        self.add("name", tr("Name"), self.name)
        self.add("limit", tr("Credit limit"), self.limit)
        self.set_shown(self.limit, self._edited is None)
        self.add(
            "opened_on",
            tr("Opened on"),
            self.opened_on,
            tr("Roughly is enough, such as 2022-03; older accounts count as better"),
        )
        self.add("kind", tr("Kind of line"), self.kind)
        self.add("statement_day", tr("Statement day"), self.statement_day, tr("Day of the month; empty if not known"))
        self.add("due_day", tr("Due day"), self.due_day)
        self.add("lender", tr("Lender"), self.lender)
        self.add("lender_kind", tr("Kind of lender"), self.lender_kind)

    def _fill(self) -> None:
        """Another template: its defaults go into the fields; typed text stays."""
        product = self._desk.product(self.template.currentData())
        assert product is not None
        assert product.line_kind is not None
        if not self.lender.isModified():
            self.lender.setText(product.lender_name)
        self.lender_kind.choose(product.lender_kind)
        self.kind.choose(product.line_kind)
        for field, day in zip((self.statement_day, self.due_day), product.line_days or ("", ""), strict=True):
            if not field.isModified():
                field.setText(str(day))
        if not self.name.isModified() or not self.name.text():
            self.name.setText(words.product_name(product))

    def _show(self, view: LineView) -> None:
        """All that the line has."""
        choose_product(self.template, view.product)
        self.name.setText(view.name)
        self.lender.setText(view.lender_name)
        self.lender_kind.choose(view.lender_kind)
        self.kind.choose(view.kind)
        self.opened_on.set_day(view.opened_on)
        self.statement_day.setText("" if view.statement_day is None else str(view.statement_day))
        self.due_day.setText("" if view.due_day is None else str(view.due_day))

    def _save(self) -> None:
        from planner.actions.lines import add_line, edit_line

        if not self.name.text().strip():
            raise Missing("name")
        limit = self.limit.needed_fen() if self._edited is None else 0
        values = {
            "name": self.name.text(),
            "opened_on": self.opened_on.needed_day(),
            "statement_day": self.statement_day.number(),
            "due_day": self.due_day.number(),
            "lender_name": self.lender.text(),
            "lender_kind": self.lender_kind.chosen(LenderKind),
            "product": self.template.currentData(),
            "kind": self.kind.chosen(LineKind),
        }
        if self._edited is None:
            self.do(self._desk.book, add_line, limit_fen=limit, **values)
        else:
            self.do(self._desk.book, edit_line, line_id=self._edited.account.id, **values)
