"""HTML for screens: cards, diagrams, lessons, the story page."""
