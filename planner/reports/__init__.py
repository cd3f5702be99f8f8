"""What a user can see: one frozen dataclass and one function reader → dataclass per view."""
