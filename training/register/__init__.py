"""Makes the register that ships with the package, from raw facts and our own reviewed tables."""
