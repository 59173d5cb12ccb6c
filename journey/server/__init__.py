"""Routes, headers, caches, turns, the listing, links and sharing."""
