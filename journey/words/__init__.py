"""What is said: catalogues, numbers, dates, claims, facts and faults in words; HTML."""
