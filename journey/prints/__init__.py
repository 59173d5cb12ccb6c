"""What goes on paper: the map as a picture, the timeline, and three prints for a class."""
