"""A journey's files: read with all their faults, and written whole or not at all."""
