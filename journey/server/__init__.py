"""Routes, headers, caches, the listing, links and sharing."""
