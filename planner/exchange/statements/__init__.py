"""Statement files of wallets and banks, one module per provider."""
