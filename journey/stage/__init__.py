"""What the browser is told, and the map with its player."""
