"""Whether what people read is spelled right and easy to read: part of `make check`."""
