"""HTML for screens: cards, figures, lessons, the story page, the presenter."""
