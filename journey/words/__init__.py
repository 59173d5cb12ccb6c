"""What is said: catalogues, numbers, dates, claims as words, the journey as text."""
