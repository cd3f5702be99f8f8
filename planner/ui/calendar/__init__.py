"""The calendar page: a month of dues, one day of it, and the calendar file."""
