"""A format each in which a journey can be taken along, and the table of all."""
