"""What goes on paper: the map as a picture, the timeline, the handout."""
