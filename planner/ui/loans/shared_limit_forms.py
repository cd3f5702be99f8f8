"""The forms of limits beside a line's own: one for a time, and one that several lines share."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.i18n import tr
from planner.reports.line_limits import GroupLimitRow, GroupView
from planner.reports.line_view import LineView
from planner.ui.loans.saving import SavingForm
from planner.ui.page import Desk
from planner.ui.widgets.basics import label
from planner.ui.widgets.fields import Choice, DateField, MoneyField
from planner.ui.widgets.naming import named

NEW = -1


class TemporaryLimitForm(SavingForm):
    """A limit that holds from one day to another."""

    def __init__(self, desk: Desk, parent: QWidget, line: LineView) -> None:
        title = tr("Temporary limit of {name}").format(name=line.name)
        super().__init__(parent, "temporary_form", title, self._save)
        self._desk, self._line = desk, line
        self.resize(480, 340)
        self.limit = MoneyField("limit", "temporary_form.limit")
        self.first_on = DateField("first_on", "temporary_form.first_on")
        self.last_on = DateField("last_on", "temporary_form.last_on")
        self.add("limit", tr("Limit in all"), self.limit, tr("The permanent limit is in it"))
        self.add("first_on", tr("First day"), self.first_on)
        self.add("last_on", tr("Last day"), self.last_on)
        self.first_field = self.limit
        self.first_on.set_day(desk.today)

    def _save(self) -> None:
        from planner.actions.limit_groups import add_temporary_limit

        self.do(
            self._desk.book, add_temporary_limit, line_id=self._line.account.id, limit_fen=self.limit.needed_fen(),
            first_on=self.first_on.needed_day(), last_on=self.last_on.needed_day(),
        )  # fmt: skip


class GroupForm(SavingForm):
    """Which shared limit a line is under: none, one on record, or a new one."""

    def __init__(self, desk: Desk, parent: QWidget, line: LineView, groups: tuple[tuple[int, str], ...]) -> None:
        title = tr("Shared limit of {name}").format(name=line.name)
        super().__init__(parent, "group_form", title, self._save)
        self._desk, self._line = desk, line
        self.resize(500, 380)
        about = tr("Cards of one bank often share a limit: what is used of one can be used of none of the others.")
        self.rows.addRow(label(about, "muted", wrap=True))
        self.group = Choice("group_form.group")
        self.group.addItem(tr("None, its own limit alone"), None)
        for number, name in groups:
            self.group.addItem(name, number)
        self.group.addItem(tr("A new one"), NEW)
        self.name = named(QLineEdit(), "group_form.name")
        self.limit = MoneyField("limit", "group_form.limit")
        self.on = DateField("on", "group_form.on", latest=desk.today)
        self.add("group", tr("Shared limit"), self.group)
        self.add("name", tr("Name"), self.name)
        self.add("limit", tr("Limit of all together"), self.limit)
        self.add("on", tr("In force from"), self.on)
        self.first_field = self.group
        now = line.in_force.group
        self.group.setCurrentIndex(self.group.findData(NEW if now is None and not groups else now and now.id))
        self.name.setText(line.lender_name)
        self.limit.set_fen(line.limit_fen)
        self.on.set_day(line.opened_on)
        self.group.currentIndexChanged.connect(self._arrange)
        self._arrange()

    def _arrange(self, _changed: object = None) -> None:
        for each in (self.name, self.limit, self.on):
            self.set_shown(each, self.group.currentData() == NEW)

    def _save(self) -> None:
        from planner.actions.limit_groups import make_limit_group, put_in_group

        line_id, chosen = self._line.account.id, self.group.currentData()
        if chosen != NEW:
            self.do(self._desk.book, put_in_group, line_id=line_id, group_id=chosen)
            return
        limit, on = self.limit.needed_fen(), self.on.needed_day()
        self.do(self._desk.book, make_limit_group, name=self.name.text(), on=on, limit_fen=limit, line_id=line_id)


class GroupLimitForm(SavingForm):
    """Another shared limit from a day on; the day of one on record stays."""

    def __init__(
        self, desk: Desk, parent: QWidget, group: GroupView, *, corrected: GroupLimitRow | None = None
    ) -> None:
        title = tr("Change the shared limit {name}").format(name=group.name)
        super().__init__(parent, "group_limit_form", title, self._save)
        self._desk, self._group = desk, group
        self.resize(480, 280)
        self.limit = MoneyField("limit", "group_limit_form.limit")
        self.on = DateField("on", "group_limit_form.on", latest=desk.today)
        self.add("limit", tr("Limit of all together"), self.limit)
        self.add("on", tr("In force from"), self.on)
        self.first_field = self.limit
        self.limit.set_fen(group.limit_fen if corrected is None else corrected.limit_fen)
        self.on.set_day(desk.today if corrected is None else corrected.on)
        self.on.setEnabled(corrected is None)

    def _save(self) -> None:
        from planner.actions.limit_groups import set_group_limit

        limit, on = self.limit.needed_fen(), self.on.needed_day()
        self.do(self._desk.book, set_group_limit, group_id=self._group.id, on=on, limit_fen=limit)
