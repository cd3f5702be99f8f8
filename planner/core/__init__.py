"""Money and time, pure: values in, values out. No files, no clock, no SQL, no Qt."""
