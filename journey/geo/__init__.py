"""Points and lines on the earth, and numbers within bounds."""
