"""Files from and to elsewhere."""
