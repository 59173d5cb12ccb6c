"""All routes that stand beside the dashboard."""

from __future__ import annotations

from starlette.routing import Route

from journey.server import assets, embedding, stories


def routes() -> list[Route]:
    """The routes, those with the longer patterns first."""
    return [*assets.routes(), *embedding.routes(), *stories.routes()]
