"""What a user can do: one function per wish; session first, then keyword-only values."""
