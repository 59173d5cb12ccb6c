"""The stage: what the browser is told, the diagram, the map, and the scripts of both."""
