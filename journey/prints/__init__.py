"""Drawings and sheets for paper."""
