"""Mails whose headers are hurt are read all the same, or refused by name."""

from __future__ import annotations

import pytest

from planner.exchange.statements.markup import mail_page, read_page


@pytest.mark.parametrize("charset", ["utf-8", "no-such", "g\0b", "", "gbk\x7f", "idna", "unicode_escape"])
def test_the_name_of_an_encoding_can_be_anything(charset: str) -> None:
    body = "<table><tr><td>1.00</td></tr></table>"
    mail = f'From: a@b.c\nSubject: x\nContent-Type: text/html; charset="{charset}"\n\n{body}'
    subject, page = mail_page(mail.encode())
    assert subject == "x"
    assert read_page(page, subject)[0] == ["x", "1.00"]


def test_a_table_within_a_cell_is_a_table_of_its_own() -> None:
    lines, tables = read_page("<table><tr><td>out<table><tr><td>in<td>1</table></td><td>2</td></tr></table>tail")
    assert [[row.cells for row in table.rows] for table in tables] == [[["in", "1"]], [["out", "2"]]]
    assert lines == ["in 1", "out 2", "tail"]
