"""When and where: the schedule, and the track that joins it with the way."""
